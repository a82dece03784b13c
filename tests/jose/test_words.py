"""Sentences in another language, and their numbers."""

from collections.abc import Iterator

import pytest

from jwtdesk.jose.words import install, plural, tr

CATALOGUE = {
    "No key.": "Kein Schlüssel.",
    "{count} key": "{count} Schlüssel",
    "{name} is wrong": "{other} ist falsch",
    "{name} is right": "{} stimmt",
    "{name} is here": "{name ist da",
}


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Install the catalogue, and English again afterwards."""
    install(CATALOGUE)
    yield
    install({})


def test_an_installed_sentence_is_said_in_its_language() -> None:
    """With and without places; what the catalogue does not know stays English."""
    assert tr("No key.") == "Kein Schlüssel."
    assert plural(1, "{count} key", "{count} keys") == "1 Schlüssel"
    assert plural(2000, "{count} key", "{count} keys") == "2,000 keys"


def test_another_catalogue_takes_the_place_of_the_first() -> None:
    """Nothing of the old language stays behind."""
    install({"Yes": "Oui"})
    assert (tr("Yes"), tr("No key.")) == ("Oui", "No key.")


@pytest.mark.parametrize("word", ["wrong", "right", "here"])
def test_a_translation_whose_places_do_not_match_is_not_used(word: str) -> None:
    """Another name, no name or a broken place: the English sentence is said instead."""
    assert tr(f"{{name}} is {word}", name="It") == f"It is {word}"


def test_without_values_braces_are_only_braces() -> None:
    """A sentence about JSON may hold them."""
    assert tr('{"alg"}') == '{"alg"}'
