from __future__ import annotations

from xml.etree import ElementTree

from quizgen.presenting.elements import document, element


def test_texts_and_children_stand_in_order() -> None:
    made = element("p", {"id": "1"}, "a ", element("em", None, "b"), " c", " d", [element("br"), element("br")], "e")
    assert document(made) == (b'<?xml version="1.0" encoding="UTF-8"?>\n<p id="1">a <em>b</em> c d<br /><br />e</p>\n')


def test_whatever_is_written_is_read_back_as_it_was() -> None:
    for text in ("<&>\"']]>", "ñ “x” 中 😀", "a\nb\tc", "&amp; &#123;"):
        read = ElementTree.fromstring(document(element("a", {"b": text.replace("\n", " ").replace("\t", " ")}, text)))
        assert read.text == text
        assert read.attrib["b"] == text.replace("\n", " ").replace("\t", " ")


def test_what_xml_cannot_hold_is_replaced() -> None:
    read = ElementTree.fromstring(document(element("a", {"b": "x\x00y"}, "\x0b\ud800\ufffe!")))
    assert (read.text, read.attrib["b"]) == ("\ufffd\ufffd\ufffd!", "x\ufffdy")


def test_with_lines_each_element_begins_one_and_texts_stay_as_they_are() -> None:
    made = element("a", None, element("b", None, element("c", None, " x\ny ")), element("d"))
    assert document(made, lines=True) == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b>\n    <c> x\ny </c>\n  </b>\n  <d />\n</a>\n'
    )
