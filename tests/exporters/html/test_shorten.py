"""Short names mean what the long ones meant."""

from __future__ import annotations

import re

import pytest

from quizgen.exporters.html import compact, data, pages, shorten
from quizgen.exporters.html.pieces import FILLED
from tests.exporters.html.conftest import page_of
from tests.exporters.html.test_compact import SCRIPTS
from tests.quizzes import every_shape


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("function add(first, second) { return first + second }", "let A=(a,b)=>a+b;"),
        ("function one(first) { return first } function two(second) { return one(second) }",
         "let A=a=>a,B=a=>A(a);"),
        ("const list = [1]; list.list = list", "let A=[1];A.list=A"),
        ("const fn = ({ id, text = id, ...rest }) => ({ id, rest, text: rest })",
         "let A=({id,text=id,...a})=>({id,rest:a,text:a})"),
        ("const make = { show(form) { return form.form }, form: true }",
         "let A={N(a){return a.form},form:!0}"),
        ("const sum = `a sum ${sum} b ${f(sum, { a: sum })}`; \"sum\" + 'sum'",
         "let A=`a sum ${A} b ${f(A, { a: A })}`;\"sum\"+'sum'"),
        ("const wide = (text = String(Math.random())) => text.replace(/text/g, text)",
         "let A=(a=String(Math.random()))=>a.replace(/text/g,a)"),
        ("const pick = () => { try { call() } catch (error) { say(error) } }",
         "let A=()=>{try{call()}catch(a){say(a)}}"),
        ("let state = open ? state : closed", "let A=open?A:closed"),
        ("for (const [name, value] of list) use({ name: value }, name)",
         "for(let[a,b]of list)use({name:b},a)"),
        ("const aaa = a;aaa(a, A)", "let B=a;B(a,A)"),
        ("function f(){const one=1;const two=[one];two;const six=6;return six}",
         "let f=()=>{let a=1,c=[a];c;let b=6;return b};"),
        ("const one=1;if(one){const two=2}const six=6;let ten=10", "let A=1;if(A){let a=2}let B=6,C=10"),
        ("let one=two();function two(){return{a:1}}async function six(one){await one}",
         "let B=()=>({a:1}),C=async A=>{await A},A=B();"),
        ("go();function two(one){if(one)return 1;return 2}", "let A=a=>{if(a)return 1;return 2};go();"),
        ("let open;if (open) { open = 1 } else { open = { open } }", "let A;if(A){A=1}else{A={open:A}}"),
        ("{while(go());}", "{while(go());}"), ("{go();\nstop();}", "{go();stop()}"),
        ("a + +b - -c + -d", "a+ +b- -c+-d"), ("f(a,);[,a,]", "f(a);[,a,]"), ("go()\nstop()", "go()\nstop()"),
    ],
)  # fmt: skip
def test_what_is_declared_is_short_and_all_else_stays(source: str, short: str) -> None:
    assert shorten.script(source) == short


def test_no_two_names_become_one() -> None:
    names = pages.names_in()
    assert len(names) > 100
    assert len(set(names.values())) == len(names)
    long = pages._joined("scripts", pages.SCRIPTS, compact.script)
    assert len(pages._script(pages.SCRIPTS, data.SPOKEN)) < 0.75 * len(long)


def test_what_is_filled_into_a_text_can_be_found_by_its_braces() -> None:
    """A text in a text, or braces in braces in it, would be passed over."""
    seen = 0
    for name, source in SCRIPTS.items():
        for template in re.findall(r"`(?:\\.|[^`\\])*`", source):
            assert template.count("${") == len(FILLED.findall(template)), (name, template)
            seen += 1
    assert seen > 20


def test_the_page_has_each_word_that_it_speaks_and_no_other() -> None:
    spoken = set(re.findall(r"\bwords\.(\w+)", "".join(SCRIPTS.values())))
    assert spoken == set(data.SPOKEN)
    assert list(data.SPOKEN) == sorted(data.SPOKEN)


def test_keys_that_are_shortened_are_ours_alone() -> None:
    """No template, datum or text names one, and no two become one."""
    shorts = [shorten._SHORT_KEYS[key] for key in shorten.OUR_KEYS]
    assert len({*shorts, *shorten.OUR_KEYS}) == 2 * len(shorts)
    assert set(shorten.OUR_KEYS).isdisjoint(re.findall(r"data-([a-z]+)", page_of(every_shape())))
    for name, source in SCRIPTS.items():
        assert [key for key in shorten.OUR_KEYS if f'["{key}"]' in source or f"dataset.{key}" in source] == [], name
        assert [short for short in shorts if re.search(rf"\.{short}\b", source)] == [], name


def test_colours_and_type_have_short_names_each_its_own() -> None:
    long = pages._joined("styles", pages.STYLES, compact.style)
    short = pages._style(pages.STYLES)
    names = re.compile(r"--[a-z-]+")
    assert len(set(names.findall(short))) == len(set(names.findall(long))) > 10
    assert names.sub("", short) == names.sub("", long)
    assert len(short) < len(long)
