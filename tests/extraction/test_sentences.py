"""Sentences read in order, and what holds of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extraction.conftest import Read

from waqia import knowledge
from waqia.articles import Article
from waqia.extraction import extract
from waqia.extraction.templates import ArticleTemplates

WORDS = (
    "هاجم مسلحون ثكنة الجيش في مدينة حلب وإدلب أمس قتل خمسة جنود وأصيب عشرة آخرون قال المتحدث باسم الشرطة إن أن"
    " التي الذين بعد قبل منذ عندما فيما غارة غارات الغارة انفجار آخر تنظيم الدولة نفى الجيش لم سيطر على انسحبت من"
    " قائد العميد سامي الحلبي عملية درع الشمال اشتباكات بين قوات حصار هدد بقصف اعتقلت 12 1200 120 ٣ مئات عشرات"
    " عام 2012 الجمعة 3 أغسطس الماضي بينهم مدنيون أطفال المدعومة تركيا التحالف تبنى مسؤولية الهجوم اتهم أسفر عن"
).split()
SIGNS = (".", "،", ":", "؛", "-", '"', "“", "”", "(", ")", "؟", "!", "\n", "/", "…")
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=60).map(" ".join)
LETTERS = st.text(st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤىةًٌَُِّ 0123456789٠١٢.،-"\n'), max_size=120)


def told(text: str) -> ArticleTemplates:
    """The templates of a text that the gate lets in."""
    return extract(Article(id="x", text="قتل في هجوم. " + text), knowledge.load())


@settings(deadline=None, max_examples=150)
@given(st.one_of(TEXTS, LETTERS))
def test_any_text_is_read_and_each_claim_quotes_it(text: str) -> None:
    article = "قتل في هجوم. " + text
    found = told(text)
    spans = [s for e in found.events for c in e.claims for s in c.evidence]
    spans += [f.span for e in found.events for c in e.claims for f in c.figures]
    spans += [r.evidence for r in found.relations]
    assert all(e.claims and all(c.evidence for c in e.claims) for e in found.events)
    for span in spans:
        assert 0 <= span.start < span.end <= len(article)
        assert article[span.start : span.end].strip()


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_a_text_is_read_the_same_way_twice(text: str) -> None:
    assert told(text) == told(text)


def test_evidence_is_a_few_words_around_the_trigger(read: Read) -> None:
    layers = read(
        "شن الطيران في ساعة متأخرة من ليل أمس الأول غارات عنيفة على أحياء عدة في مدينة حلب وريفها الجنوبي."
    )
    for mention in layers.sentences[0].mentions:
        quote = layers.article.text[mention.evidence.start : mention.evidence.end]
        assert layers.text.words[mention.trigger.word].token.text in quote
        assert len(quote.split()) <= 12


def test_who_acts_is_understood_from_the_sentence_before(read: Read) -> None:
    layers = read("هاجم جيش الإسلام ثكنة في حلب. وسيطر على مدينة إدلب.")
    agents = [p.mention.text for m in layers.sentences[1].mentions for _, p in m.participants]
    assert agents == ["جيش الإسلام"]


def test_nothing_is_understood_over_a_paragraph(read: Read) -> None:
    layers = read("هاجم جيش الإسلام ثكنة في حلب.\nوسيطر على مدينة إدلب.")
    assert [m.participants for m in layers.sentences[1].mentions] == [()]


def test_who_acts_is_understood_over_a_paragraph_that_goes_on_with_what_was_said(read: Read) -> None:
    layers = read(
        "قال شاهدان إن جيش الإسلام وفيلق الرحمن هاجما ثكنة في حلب.\nوأضاف الشاهدان أنهم سيطروا على مدينة إدلب."
    )
    agents = [p.mention.text for m in layers.sentences[1].mentions for _, p in m.participants]
    assert agents == ["جيش الإسلام", "فيلق الرحمن"]


def test_mentions_know_the_sentence_they_stand_in(read: Read) -> None:
    layers = read("هاجم مسلحون ثكنة في حلب. وانفجرت عبوة ناسفة في إدلب.")
    for sentence in layers.sentences:
        for m in sentence.mentions:
            assert m.sentence == sentence.sentence.number
            assert sentence.sentence.first <= m.trigger.word < sentence.sentence.last
    assert layers.reading.mentions == tuple(m for s in layers.sentences for m in s.mentions)
