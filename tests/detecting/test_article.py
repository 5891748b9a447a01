"""What is found once an article."""

from quotes.detecting.article import Article, once
from tests.detecting.short import tree

RAIN = tree("""
    It     it     PRON  PRP  2  nsubj
    rained rain   VERB  VBD  0  root
""")


def test_what_is_found_once_is_found_for_each_article_and_place():
    asked = []

    @once
    def text_at(article, at):
        asked.append(at)
        return article.word(at).text

    @once
    def size(article):
        asked.append("size")
        return len(article.parse.starts)

    article = Article(RAIN)
    assert [text_at(article, 0), text_at(article, 1), text_at(article, 0)] == ["It", "rained", "It"]
    assert size(article) == size(article) == 2
    assert asked == [0, 1, "size"]
    assert text_at(Article(RAIN), 0) == "It" and asked == [0, 1, "size", 0]
