"""Certificates that came along: their order, their encoding, their key and their thumbprints."""

from collections.abc import Iterator

from jwtdesk.analysis.chain_check import chains
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Lint, Subject


def _check(subject: Subject) -> Iterator[Finding]:
    for chain in chains(subject):
        yield from chain.findings


LINT = Lint("certificate-chain", 235, _check)
