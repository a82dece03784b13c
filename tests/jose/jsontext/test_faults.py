"""Broken texts: each fault has its code, its place, and a sentence that says how to mend it."""

import re

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import line_column, read
from jwtdesk.jose.jsontext.faults.fault import Code
from tests.jose.jsontext.texts import ANY, SOUND

# The text, the code, the code points it is about, and words of the sentence.
CASES = [
    # Ends too early.
    ("", "json-empty", "", "JSON text begins with {, for example."),
    (" \n", "json-empty", " \n", "there is nothing here"),
    ("{", "json-unclosed", "{", "the { opened at line 1, column 1 is not closed; add }."),
    ("[\n1\n", "json-unclosed", "1", "the [ opened at line 1, column 1 is not closed; add ]."),
    ('{"a"', "json-unclosed", '"', "after this name without a colon and a value"),
    ('{"a":', "json-unclosed", ":", "after this colon without a value"),
    ('{"a":1,', "json-unclosed", ",", "after this comma with nothing behind it"),
    ('{"a":\n[', "json-unclosed", "[", "line 2, column 1 is not closed (nor is 1 more around it)"),
    ("[[[", "json-unclosed", "[", "(nor are 2 more around it)"),
    # Brackets.
    ("[" * 201, "json-too-deep", "[", "200 levels deep at most"),
    ('{"a":1]', "json-mismatched-bracket", "]", "does not close the { opened at line 1, column 1"),
    ('{"a":[1}', "json-mismatched-bracket", "}", "the [ opened at line 1, column 6 is not closed"),
    ("[1]]", "json-mismatched-bracket", "]", "no bracket is open that this ] could close"),
    ("}", "json-mismatched-bracket", "}", "no bracket is open that this } could close"),
    # Commas and colons.
    ('{"a":1,}', "json-trailing-comma", ",", "remove the comma"),
    ("[1,\n]", "json-trailing-comma", ",", "nothing follows this comma but ]"),
    ('{"a":1\n "b":2}', "json-missing-comma", '"b"', "a comma is missing before this name"),
    ("[1 2]", "json-missing-comma", "2", "a comma is missing before this value"),
    ("[1;2]", "json-missing-comma", ";", "not a semicolon"),
    ('["a""b"]', "json-missing-comma", '"b"', "a comma is missing before this value"),
    ('{"a" 1}', "json-missing-colon", "1", "a colon is missing before this value"),
    ('{"a"=1}', "json-missing-colon", "=", "not “=”"),
    ('{"a"=>1}', "json-missing-colon", "=>", "not “=>”"),
    ('{"a","b"}', "json-missing-colon", ",", "a list stands in [ ]"),
    ('{"a"}', "json-missing-colon", "}", "a colon and a value are missing before this }"),
    ('{"a":}', "json-unexpected", "}", "a value is missing before this }"),
    ("[1,,2]", "json-unexpected", ",", "two commas follow each other"),
    ('{"a":1,,}', "json-unexpected", ",", "two commas follow each other"),
    ('{"a"::1}', "json-unexpected", ":", "two colons follow each other"),
    ("{:1}", "json-unexpected", ":", "a name is missing before this “:”"),
    ("{,}", "json-unexpected", ",", "a name is missing before this “,”"),
    ("[,1]", "json-unexpected", ",", "a value is missing before this “,”"),
    ('["a":1]', "json-unexpected", ":", "names and colons stand in { }"),
    ('{"a":1:2}', "json-unexpected", ":", "a comma or a closing bracket is expected here"),
    ("[1=2]", "json-unexpected", "=", "a comma or a closing bracket is expected here"),
    # Text behind the value.
    ("{}x", "json-extra", "x", "the JSON text ended at line 1, column 2"),
    ("{}\n{}", "json-extra", "{", "a second value begins here"),
    ("1,", "json-extra", ",", "remove what stands behind it"),
    # Names.
    ("{user_id: 1}", "json-unquoted-name", "user_id", "“user_id” must stand in double quotation"),
    ("{1: 2}", "json-unquoted-name", "1", "“1” must stand in double quotation marks"),
    ("{[1]: 2}", "json-unexpected", "[", "a name in double quotation marks is expected"),
    # Strings.
    ('["ab', "json-unclosed-string", '"ab', "add a quotation mark"),
    ('["ab\\', "json-unclosed-string", '"ab\\', "add a quotation mark"),
    ('{"a":"x\n}', "json-unclosed-string", '"x', "add a quotation mark"),
    ('{"a: 1,\n"b":2}', "json-unclosed-string", '"a: 1,', "add a quotation mark"),
    ('{"a":"x,\n"b":2}', "json-unclosed-string", '"x,', "add a quotation mark"),
    ('{"a”:1}', "json-unclosed-string", '"a”:1}', "RIGHT DOUBLE QUOTATION MARK"),
    ('["a\nb"]', "json-control-character", "\n", "LINE FEED (U+000A) cannot stand in a string"),
    ('{"a\nb":1}', "json-control-character", "\n", "write \\n"),
    ('["a\r\nb"]', "json-control-character", "\r", "write \\r"),
    ('["a\tb"]', "json-control-character", "\t", "TAB (U+0009) cannot stand in a string"),
    ('["\x00"]', "json-control-character", "\x00", "write \\u0000"),
    ('["\\u12"]', "json-bad-escape", "\\u12", "four hexadecimal digits"),
    ('["\\x41"]', "json-bad-escape", "\\x", "\\x is no escape in JSON"),
    ('["\\\n"]', "json-bad-escape", "\\\n", "cannot go on in the next line"),
    ('["it\\\'s"]', "json-bad-escape", "\\'", "remove the backslash"),
    ('["C:\\Users"]', "json-bad-escape", "\\U", "a backslash itself is written \\\\"),
    ("{'a':1}", "json-single-quote", "'a'", "not in single ones"),
    ("['a", "json-single-quote", "'", "not in single ones"),
    ("[`a`]", "json-single-quote", "`a`", "use the straight double one"),
    ("{“a”:1}", "json-single-quote", "“a”", "LEFT DOUBLE QUOTATION MARK"),
    ('{"a”: "x"}', "json-single-quote", "”", "RIGHT DOUBLE QUOTATION MARK"),
    ('["a”, "x"]', "json-single-quote", "”", "does not end a string"),
    ('["say "hi" now"]', "json-unexpected", "hi", 'within a string is written \\"'),
    ('["\\\\\\"a"b"]', "json-unexpected", "b", "the string ended just before this"),
    ('{"a"b":1}', "json-unexpected", "b", "the string ended just before this"),
    # Numbers.
    ("[01]", "json-bad-number", "01", "does not begin with 0"),
    ("[-007]", "json-bad-number", "-007", "does not begin with 0"),
    ("[.5]", "json-bad-number", ".5", "missing before the decimal point"),
    ("[1.]", "json-bad-number", "1.", "missing after the decimal point"),
    ("[1.e5]", "json-bad-number", "1.e5", "missing after the decimal point"),
    ("[1e+]", "json-bad-number", "1e+", "exponent of this number has no digits"),
    ("[+1]", "json-bad-number", "+1", "takes no plus sign"),
    ("[-]", "json-bad-number", "-", "a minus sign stands here without a number"),
    ("[0x1F]", "json-bad-number", "0x1F", "written in decimal, not as “0x1F”"),
    ("[1_000]", "json-bad-number", "1_000", "no _ between its digits"),
    ("[1.2.3]", "json-bad-number", "1.2.3", "one decimal point"),
    ("[10n]", "json-bad-number", "10n", "letters cannot follow a number"),
    ("[--1]", "json-bad-number", "--1", "“--1” is not a number as JSON writes it"),
    ("[2024-01-31]", "json-bad-number", "2024-01-31", "a date is text"),
    ("[2024-01-31T10:00:00.5Z]", "json-bad-number", "2024-01-31T10:00:00.5Z", "a date is text"),
    ("[-Infinity]", "json-literal", "-Infinity", "JSON has no -Infinity"),
    # Words.
    ("[True]", "json-literal", "True", "“True” is written true in JSON"),
    ("[None]", "json-literal", "None", "“None” is written null in JSON"),
    ("[undefined]", "json-literal", "undefined", "is written null in JSON"),
    ("[NaN]", "json-literal", "NaN", "JSON has no NaN"),
    ("[tru", "json-literal", "tru", "“tru” is not finished; write true"),
    ("[truely]", "json-literal", "truely", "put text in double quotation marks"),
    ("hello", "json-literal", "hello", "“hello” is no JSON value"),
    ("eyJhbGciOi.eyJ", "json-literal", "eyJhbGciOi.eyJ", "this looks like a token"),
    # Characters that cannot be seen, comments, the rest.
    ("\ufeff{}", "json-bom", "\ufeff", "a byte order mark (U+FEFF)"),
    ("\xef\xbb\xbf{}", "json-bom", "\xef\xbb\xbf", "read in the wrong encoding"),
    ('{"a":\xa0\xa01}', "json-unexpected", "\xa0\xa0", "NO-BREAK SPACE (U+00A0) is no white space"),
    ("[1\u200b]", "json-unexpected", "\u200b", "ZERO WIDTH SPACE (U+200B)"),
    ("[\ud800]", "json-unexpected", "\ud800", "LONE SURROGATE (U+D800)"),
    ("[1\x0c]", "json-control-character", "\x0c", "FORM FEED (U+000C) does not belong"),
    ("[\x85]", "json-control-character", "\x85", "NEXT LINE (U+0085) does not belong"),
    ("[1, // one\n2]", "json-comment", "// one", "JSON has no comments"),
    ("{/* a\nb */}", "json-comment", "/* a\nb */", "JSON has no comments"),
    ("[/* a", "json-comment", "/* a", "JSON has no comments"),
    ("{}# x", "json-comment", "# x", "JSON has no comments"),
    ("[*]", "json-unexpected", "*", "a value is expected here, not “*”"),
    ("[−5]", "json-unexpected", "−", "MINUS SIGN"),  # noqa: RUF001 (the look-alike is the case)
    ("[...]", "json-unexpected", ".", "a value is expected here, not “.”"),
]


@pytest.mark.parametrize(("text", "code", "about", "words"), CASES)
def test_each_fault_is_named(text: str, code: str, about: str, words: str) -> None:
    """The first fault of a text has its code, covers what it is about, and says what to do."""
    problem = read(text).problem
    assert problem is not None
    assert problem.span is not None
    assert (problem.code, text[problem.span.start : problem.span.end]) == (code, about)
    assert words in problem.message


def test_every_code_has_a_case() -> None:
    """No code is left that nothing leads to."""
    assert {code for _, code, _, _ in CASES} == {code.value for code in Code}


@given(ANY)
def test_the_sentence_begins_with_the_place(text: str) -> None:
    """Line and column in the sentence are those of the span, and the sentence can be printed."""
    problem = read(text).problem
    if problem is not None and problem.span is not None:
        line, column = line_column(text, problem.span.start)
        assert problem.message.startswith(f"Line {line}, column {column}: ")
        assert problem.message.endswith(".")
        assert problem.message.encode("utf-8")
        assert problem.code in {code.value for code in Code}


@given(SOUND)
def test_everything_before_the_fault_is_left_alone(text: str) -> None:
    """A fault at the end of a sound text is placed there."""
    problem = read(text + " *").problem
    assert problem is not None
    assert problem.span is not None
    assert problem.span.start == len(text) + 1


@pytest.mark.parametrize(
    "text",
    [
        '["' + '\\"' * 50_000 + '"b',
        "[1" + "_" * 100_000 + "x]",
        "[" + "1." * 50_000 + "x]",
        "/*" * 50_000,
        '"\n' * 50_000,
        "“" * 100_000,
        "[" + "\xa0" * 100_000,
        "[-" + "9" * 100_000 + "x",
    ],
)
def test_a_long_fault_has_a_short_sentence(text: str) -> None:
    """However long the offending text, the sentence stays one."""
    problem = read(text).problem
    assert problem is not None
    assert len(re.sub(r"\s", "", problem.message)) < 200
