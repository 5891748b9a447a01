"""Learning from coreference."""

from quotes.resolving.pronouns import chosen
from quotes.resolving.weighing import Sums
from training.antecedents import fitted, right, treebank_cases
from training.coreference import read_stories

GUM = """# newdoc id = GUM_news_rain
# sent_id = 1
1	Vera	Vera	PROPN	NNP	Number=Sing	3	nsubj	_	Entity=(1-person-new-cf1-1-coref
2	Holm	Holm	PROPN	NNP	Number=Sing	1	flat	_	Entity=1)
3	met	meet	VERB	VBD	_	0	root	_	_
4	Anna	Anna	PROPN	NNP	Number=Sing	3	obj	_	Entity=(2-person-new-cf2-1-sgl
5	Lee	Lee	PROPN	NNP	Number=Sing	4	flat	_	Entity=2)|SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	_	_

# newpar
# sent_id = 2
1	She	she	PRON	PRP	Number=Sing	2	nsubj	_	Entity=(1-person-giv:act-cf1-1-ana)
2	smiled	smile	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


def stories(tmp_path, text=GUM):
    path = tmp_path / "gum.conllu"
    path.write_text(text, encoding="utf-8")
    return list(read_stories(path))


def test_a_document_of_the_treebank_is_a_parse_that_knows_who_is_who(tmp_path):
    story, = stories(tmp_path)
    assert story.parse.text.strip() == "Vera Holm met Anna Lee.\n\nShe smiled."
    assert (story.name, story.genre) == ("GUM_news_rain", "news")
    assert story.stands_for == {0: {"1"}, 3: {"2"}, 6: {"1"}}
    assert [(entity.kind, entity.first, entity.last) for entity in story.parse.entities] == [
        ("person", 0, 2), ("person", 3, 5)]


def test_a_mention_inside_another_has_its_own_head(tmp_path):
    nested = GUM.replace("Entity=(2-person-new-cf2-1-sgl", "Entity=(3-object-new-cf2-1-sgl(2-person-new-cf2-1-sgl").replace(
        "Entity=2)|", "Entity=2)3)|")
    story, = stories(tmp_path, nested)
    assert story.stands_for[3] == {"2", "3"}


def test_weights_are_learned_that_choose_as_the_treebank_does(tmp_path):
    case, = treebank_cases(stories(tmp_path))
    assert [case.candidates[at].referent.name for at in case.right] == ["Vera Holm"]
    weights = fitted([case] * 20)
    assert right([case], weights) == 1
    other, = treebank_cases(stories(tmp_path, GUM.replace("Entity=(1-person-giv", "Entity=(2-person-giv")))
    assert right([other], weights) == 0
    assert chosen(other.question, other.candidates, Sums(fitted([other] * 20))).antecedent.text == "Anna Lee"
