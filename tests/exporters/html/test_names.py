"""Short names mean what the long ones meant."""

from __future__ import annotations

import pytest

from quizgen.exporters.html import compact, pages
from quizgen.exporters.html.names import short_names, shortened


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("function add(first, second) { return first + second }", "function $a(a, b) { return a + b }"),
        ("const list = [1]; list.list = list", "const $a = [1]; $a.list = $a"),
        ("const fn = ({ id, text = id, ...rest }) => ({ id, rest, text: rest })",
         "const fn = ({ id, text = id, ...a }) => ({ id, rest:a, text: a })"),
        ("const make = { show(form) { return form.form }, form: 1 }",
         "const $a = { show(a) { return a.form }, form: 1 }"),
        ("const sum = `a sum ${sum} b ${f(sum)}`; \"sum\" + 'sum'",
         "const $a = `a sum ${$a} b ${f($a)}`; \"sum\" + 'sum'"),
        ("const wide = (text = String(Math.random())) => text.replace(/text/g, text)",
         "const $a = (a = String(Math.random())) => a.replace(/text/g, a)"),
        ("const pick = () => { try { call() } catch (error) { say(error) } }",
         "const $a = () => { try { call() } catch (a) { say(a) } }"),
        ("let state = open ? state : closed", "let $a = open ? $a : closed"),
        ("for (const [name, value] of list) use({ name: value }, name)",
         "for (const [a, b] of list) use({ name: b }, a)"),
        ("const aaa = a; aaa(a, $a)", "const $b = a; $b(a, $a)"),
    ],
)  # fmt: skip
def test_what_is_declared_is_short_and_all_else_stays(source: str, short: str) -> None:
    assert shortened(source, short_names(source)) == short


def test_no_two_names_become_one() -> None:
    names = pages.names_in()
    assert len(names) > 200
    assert len(set(names.values())) == len(names)
    assert len(pages._script(pages.SCRIPTS)) < 0.8 * len(pages._joined("scripts", pages.SCRIPTS, compact.script))
