import pytest

from training.treebanks import documents, read_entities, read_treebank, with_curly_marks

GUM = """# newdoc id = d1
# sent_id = d1-1
1-2	Marlowe's	_	_	_	_	_	_	_	_
1	Marlowe	Marlowe	PROPN	NNP	Number=Sing	3	nmod:poss	_	Entity=(2-object-new-cf1-1-sgl(1-person-new-cf2-1-sgl)
2	's	's	PART	POS	_	1	case	_	_
3	ferry	ferry	NOUN	NN	Number=Sing	4	nsubj	_	Entity=2)
4	left	leave	VERB	VBD	_	0	root	_	_
5	President	President	PROPN	NNP	_	4	obj	_	Entity=(3-person-new-cf3-2-sgl
6	Ada	Ada	PROPN	NNP	_	5	flat	_	_
7	Quell	Quell	PROPN	NNP	_	5	flat	_	Entity=3)|SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = d1-2
1	"	"	PUNCT	``	_	2	punct	_	SpaceAfter=No
2	Don	do	VERB	VB	_	0	root	_	SpaceAfter=No
3	"	"	PUNCT	''	_	2	punct	_	_

"""


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "gum.conllu"
    path.write_text(GUM, encoding="utf-8")
    return read_treebank(path, with_entities=True)


def test_words_heads_and_paragraphs_are_read(trees):
    assert [len(tree.tokens) for tree in trees] == [8, 3]
    assert [(tree.opens_document, tree.opens_paragraph) for tree in trees] == [(True, True), (False, True)]
    assert [token.head for token in trees[0].tokens][:4] == [3, 1, 4, 0]


def test_the_words_of_a_multi_word_token_stand_together(trees):
    assert [token.space_after for token in trees[0].tokens] == [False, True, True, True, True, True, False, True]


def test_entities_are_names_without_titles(trees):
    tags = {token.form: token.entity for token in trees[0].tokens}
    assert tags["Marlowe"] == "B-person" and tags["ferry"] == "O"
    assert (tags["President"], tags["Ada"], tags["Quell"]) == ("O", "B-person", "I-person")


def test_entities_of_another_file_are_put_on_the_same_words(trees, tmp_path):
    path = tmp_path / "names.iob2"
    path.write_text('# text\n1\t"\tO\n2\tDon\tB-ORG\n3\t"\tO\n\n', encoding="utf-8")
    named = read_entities(path, trees)
    assert [token.entity for token in named[1].tokens] == ["O", "B-organization", "O"]
    assert named[0] == trees[0]


def test_curly_marks_open_and_close(trees):
    assert [token.form for token in with_curly_marks(trees[1]).tokens] == ["“", "Don", "”"]
    assert with_curly_marks(trees[0]).tokens[1].form == "’s"


def test_documents_begin_where_the_treebank_says(trees):
    assert [len(document) for document in documents(trees + trees)] == [2, 2]
