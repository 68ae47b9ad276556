"""Which of a claim's figures another claim's may contradict."""

from __future__ import annotations

import pytest

from waqia.extraction.templates import Figure, Mention, Outcome, Span
from waqia.graph.entities import Entities
from waqia.graph.figures import figure_node, figure_triples, toll_of, tolls
from waqia.graph.iris import Names
from waqia.graph.parts import Toll
from waqia.graph.roles import load_roles
from waqia.knowledge import load

KILLED, INJURED = Outcome.KILLED, Outcome.INJURED
WHERE = Span(0, 1)


def told(*figures: Figure) -> set[Toll]:
    """Return the tolls of the nodes of figures, out of the triples that describe them."""
    names = Names()
    entities = Entities(names, "article", load(), load_roles())
    nodes = [figure_node(figure, names, "article", "claim") for figure in figures]
    triples = [
        triple
        for node, figure in zip(nodes, figures, strict=True)
        for triple in figure_triples(figure, nodes, node, entities, None)
    ]
    return {toll_of(node, triples) for node in nodes}


def killed(number: int, kind: str | None = None, **more: int | Mention) -> Figure:
    return Figure(KILLED, number, number, str(number), WHERE, victim_kind=kind, **more)  # type: ignore[arg-type]


def toll(least: int, most: int | None, kind: str | None = None, outcome: Outcome = KILLED) -> Toll:
    return Toll(outcome, least, most, False, kind)


def test_a_figure_and_its_part() -> None:
    assert tolls((killed(42), killed(5, included_in=0))) == (toll(42, 42),)


def test_the_greatest_of_one_kind_is_the_whole() -> None:
    assert tolls((killed(3), killed(9), killed(4))) == (toll(9, 9),)


def test_each_outcome_and_kind_of_victims_is_counted_apart() -> None:
    injured = Figure(INJURED, 50, 50, "50", WHERE)
    assert tolls((killed(2, "Official"), killed(42), injured)) == (
        toll(2, 2, "Official"),
        toll(42, 42),
        toll(50, 50, outcome=INJURED),
    )


def test_figures_beside_each_other_are_each_the_least_of_the_whole() -> None:
    assert tolls((killed(2, "Official"), killed(42, in_addition_to=0))) == (
        toll(2, None, "Official"),
        toll(42, None),
    )


@pytest.mark.parametrize(
    "figures",
    [
        (killed(42), killed(5, "Civilian")),
        (killed(2, "Official"), killed(42, in_addition_to=0)),
        (killed(15), Figure(INJURED, 25, None, "25", WHERE, in_addition_to=0)),
    ],
)
def test_a_toll_is_the_same_out_of_the_triples(figures: tuple[Figure, ...]) -> None:
    assert told(*figures) == set(tolls(figures))


def test_attackers_and_the_injured_are_not_added_to_the_victims_who_died() -> None:
    injured = Figure(INJURED, 25, 25, "25", WHERE, in_addition_to=0)
    attackers = killed(4, "Attacker", in_addition_to=0)
    assert tolls((killed(15), injured, attackers)) == (toll(15, 15), toll(25, 25, outcome=INJURED))


def test_one_named_person_is_no_toll() -> None:
    person = Mention("سامر العلي", WHERE, "Person")
    assert tolls((killed(1, victims=person), killed(1, "Woman"))) == ()
