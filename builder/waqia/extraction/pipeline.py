"""The stages as spaCy components over a blank Arabic pipeline.

Each stage is one pass, a named factory that declares what it needs and gives, and leaves a layer of plain frozen
dataclasses on the document (`doc._.waqia`). Finding is in the modules; the components only carry it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from waqia import collector
from waqia.arabic import dates
from waqia.arabic.numbers import quantities
from waqia.arabic.particles import FUNCTION_WORDS
from waqia.arabic.tokens import Tokenizer
from waqia.articles import Article, ZoneKind, body
from waqia.knowledge import Knowledge

from . import lexicon
from .actors_then import of_their_time
from .assemble import templates
from .events import Clusterer
from .gate import Gate, Weighing
from .layers import Layers
from .lexicon import Lexicon
from .names import Names, name_words
from .phrase_parser import PhraseParser
from .relations import relations
from .sentences import SentenceReader
from .templates import ArticleTemplates
from .words import Text, read

STAGES = (
    "waqia_times",
    "waqia_quantities",
    "waqia_names",
    "waqia_clauses",
    "waqia_events",
    "waqia_templates",
)
_TOLD = (ZoneKind.HEADLINE, ZoneKind.BODY)
_LAYERS = "doc._.waqia"
_WORDS_KEPT = 1 << 14

Component = Callable[[Doc], Doc]

if not Doc.has_extension("waqia"):
    Doc.set_extension("waqia", default=None)


@dataclass(frozen=True)
class Resources:
    """What the stages know: the knowledge, the lexicon, and the words that tell proclitics from first letters.

    It can be pickled for another process; what it remembers of texts stays here.
    """

    knowledge: Knowledge
    lexicon: Lexicon
    gate: Gate
    vocabulary: frozenset[str] = field(repr=False)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """What cuts texts into tokens, by the words known here."""
        return Tokenizer(self.known)

    def __reduce__(self) -> tuple[object, ...]:
        return Resources, (self.knowledge, self.lexicon, self.gate, self.vocabulary)

    def known(self, word: str) -> bool:
        """Whether a folded word without proclitics is one."""
        return word in self.vocabulary or self.lexicon.known(word)


_RESOURCES: dict[str, Resources] = {}


def load_resources(knowledge: Knowledge) -> Resources:
    """All that the stages need over one knowledge, loaded once a process."""
    if knowledge.digest not in _RESOURCES:
        entries = lexicon.load()
        vocabulary = name_words(knowledge, entries) | FUNCTION_WORDS | dates.WORDS
        _RESOURCES[knowledge.digest] = Resources(knowledge, entries, Gate(entries), vocabulary)
    return _RESOURCES[knowledge.digest]


def adopt(resources: Resources) -> None:
    """Use what another process has loaded for that knowledge."""
    _RESOURCES[resources.knowledge.digest] = resources


def adopted(digest: str) -> Knowledge:
    """The knowledge that another process has loaded."""
    return _RESOURCES[digest].knowledge


@lru_cache(maxsize=4)
@collector.paused()
def _language(digest: str) -> Language:
    nlp = spacy.blank("ar")
    for stage in STAGES:
        nlp.add_pipe(stage, config={"knowledge": digest})
    return nlp


def language(knowledge: Knowledge) -> Language:
    """The pipeline over one knowledge.

    It is made anew, which takes no time to speak of, when its vocabulary has grown large: spaCy keeps every word that
    it has ever met. Documents made before keep theirs.
    """
    load_resources(knowledge)
    nlp = _language(knowledge.digest)
    if len(nlp.vocab) > _WORDS_KEPT:
        _language.cache_clear()
        nlp = _language(knowledge.digest)
    return nlp


def read_article(article: Article, knowledge: Knowledge) -> Doc:
    """The document of an article with all its layers."""
    nlp = language(knowledge)
    return nlp(_document(nlp, article, load_resources(knowledge)))


def read_names(article: Article, knowledge: Knowledge) -> Layers:
    """The words, times and names of an article, whether it tells of conflict or not."""
    resources = load_resources(knowledge)
    text = read(article.text, _told(article), resources.lexicon, resources.tokenizer)
    layers = Layers(article, text)
    for stage in (_times, _quantities, _names):
        stage(layers, resources)
    return layers


def extract(article: Article, knowledge: Knowledge) -> ArticleTemplates:
    """The tellings of an article and the relations that it states."""
    found: ArticleTemplates = read_article(article, knowledge)._.waqia.templates
    return found


def weigh(article: Article, knowledge: Knowledge) -> Weighing:
    """What the gate makes of an article."""
    return load_resources(knowledge).gate.weigh(_telling(article, _told(article)))


def _document(nlp: Language, article: Article, resources: Resources) -> Doc:
    """The tokens of the headline and the body; an article that tells nothing of conflict has none."""
    zones = _told(article)
    if not resources.gate.opens(_telling(article, zones)):
        zones = []
    text = read(article.text, zones, resources.lexicon, resources.tokenizer)
    doc = Doc(
        nlp.vocab, words=[w.token.text for w in text.words], spaces=_spaces(text), sent_starts=_starts(text)
    )
    doc._.waqia = Layers(article, text)
    return doc


def _told(article: Article) -> list[tuple[int, int, bool]]:
    """The parts of an article that tell its events, and which of them are headlines."""
    return [(z.start, z.end, z.kind is ZoneKind.HEADLINE) for z in body(article) if z.kind in _TOLD]


def _telling(article: Article, zones: list[tuple[int, int, bool]]) -> str:
    return " ".join(article.text[start:end] for start, end, _ in zones)


def _spaces(text: Text) -> list[bool]:
    ends = [w.token.end for w in text.words]
    return [text.text[end : end + 1].isspace() for end in ends]


def _starts(text: Text) -> list[bool | int | None]:
    firsts = {s.first for s in text.sentences}
    return [i in firsts for i in range(len(text.words))]


Stage = Callable[[Layers, Resources], None]


def _stage(name: str) -> Callable[[Stage], Stage]:
    """Make a pass over the layers of a document the spaCy factory `name`."""

    def register(run: Stage) -> Stage:
        def create(nlp: Language, name: str, knowledge: str) -> Component:  # noqa: ARG001 (spaCy gives them by name)
            resources = _RESOURCES[knowledge]

            def component(doc: Doc) -> Doc:
                run(doc._.waqia, resources)
                return doc

            return component

        before = [] if name == STAGES[0] else [_LAYERS]
        config = {"knowledge": ""}
        Language.factory(name, default_config=config, requires=before, assigns=[_LAYERS], func=create)
        return run

    return register


@_stage("waqia_times")
def _times(layers: Layers, _: Resources) -> None:
    published = layers.article.published
    layers.times = tuple(dates.times(layers.article.text, [w.token for w in layers.text.words]))
    layers.anchors = tuple(dates.anchors(layers.times, published))
    dated = zip(layers.times, layers.anchors, strict=True)
    layers.resolved = tuple(dates.resolve(t, published=published, anchor=a) for t, a in dated)


@_stage("waqia_quantities")
def _quantities(layers: Layers, _: Resources) -> None:
    layers.quantities = tuple(quantities([w.token for w in layers.text.words]))


@_stage("waqia_names")
def _names(layers: Layers, resources: Resources) -> None:
    text, counts = layers.text, layers.quantities
    exact = {q.first: q.minimum for q in counts if q.maximum == q.minimum}
    names = Names(text, resources.knowledge, resources.lexicon, numerals=exact)
    busy = frozenset(i for t in layers.times for i in range(t.first, t.last))
    for _ in range(2):  # the second time with the names that the first has met
        parser = PhraseParser(text, names, counts, busy)
        layers.phrases = tuple(tuple(parser.phrases(s)) for s in text.sentences)
    layers.names = names


@_stage("waqia_clauses")
def _clauses(layers: Layers, resources: Resources) -> None:
    reader = SentenceReader(
        layers.text,
        layers.reading.names,
        layers.times,
        resources.lexicon,
        resources.knowledge,
        layers.later,
    )
    pairs = zip(layers.text.sentences, layers.phrases, strict=True)
    layers.sentences = tuple(reader.read(sentence, phrases) for sentence, phrases in pairs)


@_stage("waqia_events")
def _events(layers: Layers, resources: Resources) -> None:
    layers.happenings = tuple(Clusterer(layers.reading, resources.knowledge).run())


@_stage("waqia_templates")
def _templates(layers: Layers, resources: Resources) -> None:
    reading = layers.reading
    events = templates(layers.happenings, reading, resources.knowledge)
    found = ArticleTemplates(layers.article.id, events, relations(reading))
    layers.templates = of_their_time(found, resources.knowledge, layers.article.published)
