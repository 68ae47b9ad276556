"""Participants that the article gives although no mention of the happening does."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read
from tests.extraction.test_roles import participants

from waqia.extraction.templates import Role

SIDES = [
    (
        "قتل 25 من المسلحين الحوثيين وقوات صالح في مواجهات مع المقاومة الشعبية في تعز.",
        {"المسلحين الحوثيين", "قوات صالح"},
        {"المقاومة الشعبية"},
    ),
    ("قتل خمسة جنود في اشتباكات مع تنظيم الدولة في تدمر.", {"جنود"}, {"تنظيم الدولة"}),
    ("قتل خمسة مدنيين في اشتباكات مع تنظيم الدولة في تدمر.", set(), {"تنظيم الدولة"}),
]


@pytest.mark.parametrize(("text", "agents", "objects"), SIDES)
def test_sides_by_their_fallen(read: Read, text: str, agents: set[str], objects: set[str]) -> None:
    assert participants(read, text, "ArmedClash", Role.AGENT) == agents
    assert participants(read, text, "ArmedClash", Role.OBJECT) == objects


TAKEN_FROM = [
    ("سيطر الجيش السوري على تدمر بعد معارك مع تنظيم الدولة.", {"تنظيم الدولة"}),
    ("سيطر الجيش السوري على تدمر وانسحب تنظيم الدولة منها.", {"تنظيم الدولة"}),
    ("سيطر الجيش السوري على تدمر بعد معارك عنيفة.", set()),
]


@pytest.mark.parametrize(("text", "objects"), TAKEN_FROM)
def test_whom_a_place_was_taken_from(read: Read, text: str, objects: set[str]) -> None:
    assert participants(read, text, "Capture", Role.OBJECT) == objects


STRUCK = [
    ("قتل ثلاثة جنود في تفجير قنبلة في كركوك.", "Bombing", {"جنود"}),
    ("قتل ثلاثة مدنيين في تفجير قنبلة في كركوك.", "Bombing", set()),
    ("قصفت قوات النظام مخيم اليرموك فقتل ثلاثة لاجئين.", "Shelling", set()),
    ("اعتقلت الشرطة خمسة متظاهرين في كركوك.", "Arrest", {"متظاهرين"}),
]


@pytest.mark.parametrize(("text", "type_", "objects"), STRUCK)
def test_whom_an_act_was_aimed_at(read: Read, text: str, type_: str, objects: set[str]) -> None:
    assert participants(read, text, type_, Role.OBJECT) == objects


BY_THOSE_WHO_RUN_IT = [
    # an arrest in an operation is made by those who run it, and those who run it with them
    (
        "أعلن مصدر اعتقال مهربين في حملة أمنية بكركوك. وقال المصدر إن الشرطة بدأت، مع الجيش، أمس حملة أمنية في كركوك.",
        {"الشرطة", "الجيش"},
        "2015-08-08",
    ),
    # not one beside an operation
    (
        "أعلن مصدر أمني اعتقال خمسة مهربين في كركوك. وقال المصدر إن الشرطة بدأت الأربعاء حملة أمنية في كركوك.",
        set(),
        None,
    ),
]


@pytest.mark.parametrize(("text", "agents", "day"), BY_THOSE_WHO_RUN_IT)
def test_what_is_done_in_an_operation(read: Read, text: str, agents: set[str], day: str | None) -> None:
    assert participants(read, text, "Arrest", Role.AGENT) == agents
    templates = read(text).templates
    assert templates is not None
    assert [e.date for e in templates.events if e.type == "Arrest"] == [day]


NAMED_FOR = [
    # a building goes by whom it is named for, not by whose it is
    ("استهدف تفجير مبنى وزارة الدفاع السورية في دمشق.", {"وزارة الدفاع السورية"}),
    ("استهدف تفجير مقار لوزارة الدفاع السورية في دمشق.", {"مقار لوزارة الدفاع السورية"}),
    # several that are named are not counted again by those who do not name them
    (
        (
            "استهدف تفجير مبنيي وزارة الدفاع السورية ووزارة الداخلية السورية في دمشق."
            " وقال شاهد إن التفجير استهدف مبنيين حكوميين."
        ),
        {"وزارة الدفاع السورية", "وزارة الداخلية السورية"},
    ),
    (
        "استهدف تفجير مبنى وزارة الدفاع السورية في دمشق. وقال شاهد إن التفجير استهدف مبنيين حكوميين.",
        {"وزارة الدفاع السورية", "مبنيين حكوميين"},
    ),
]


@pytest.mark.parametrize(("text", "objects"), NAMED_FOR)
def test_buildings_that_are_struck(read: Read, text: str, objects: set[str]) -> None:
    assert told_objects(read, text) == objects


def told_objects(read: Read, text: str) -> set[str]:
    """The names of all that the templates of a text give as objects."""
    templates = read(text).templates
    assert templates is not None
    told = (p for e in templates.events for c in e.claims for p in c.participants)
    return {p.mention.text for p in told if p.role is Role.OBJECT}


def test_a_short_name_of_one_service_of_the_country_is_that_service(read: Read) -> None:
    layers = read("اقتحم مسلحون مقر الأمن العسكري في مدينة حمص السورية.")
    found = {p.actor.iri for s in layers.sentences for p in s.phrases}
    assert any(iri is not None and iri.endswith("syria-military-intelligence") for iri in found)
    elsewhere = read("اقتحم مسلحون مقر الأمن العسكري في مدينة الخرطوم.")
    assert not any(p.actor.iri for s in elsewhere.sentences for p in s.phrases if not p.located)


ONE_MAN = [
    ("هاجم مسلح من تنظيم القاعدة دورية في تعز.", "Attack", {"مسلح من تنظيم القاعدة"}),
    ("هاجم مسلحون من تنظيم القاعدة دورية في تعز.", "Attack", {"تنظيم القاعدة"}),
    ("قتل مسلح من تنظيم القاعدة في اشتباكات مع الجيش اليمني في تعز.", "ArmedClash", {"تنظيم القاعدة"}),
]


@pytest.mark.parametrize(("text", "type_", "agents"), ONE_MAN)
def test_one_man_is_not_his_side(read: Read, text: str, type_: str, agents: set[str]) -> None:
    assert participants(read, text, type_, Role.AGENT) == agents


KNOWN_AS = [
    # who is described first is named where "المعروف باسم" takes the noun up
    ("سيطر تحالف تدعمه تركيا على تدمر. وقصف التحالف المعروف باسم قوات سوريا الديمقراطية حلب.", True),
    ("سيطر فصيل تدعمه تركيا على تدمر. وقصف التحالف المعروف باسم قوات سوريا الديمقراطية حلب.", False),
]


@pytest.mark.parametrize(("text", "named"), KNOWN_AS)
def test_who_is_known_by_a_name(read: Read, text: str, *, named: bool) -> None:
    took = participants(read, text, "Capture", Role.AGENT)
    assert (took == {"قوات سوريا الديمقراطية"}) is named
    assert participants(read, text, "Shelling", Role.AGENT) == {"قوات سوريا الديمقراطية"}
