"""Whether a literal can be in a datatype: what the value spaces of XML Schema share."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

_INTEGERS = frozenset(
    {
        *(
            XSD.integer,
            XSD.nonNegativeInteger,
            XSD.nonPositiveInteger,
            XSD.positiveInteger,
            XSD.negativeInteger,
        ),
        *(XSD.long, XSD.int, XSD.short, XSD.byte),
        *(XSD.unsignedLong, XSD.unsignedInt, XSD.unsignedShort, XSD.unsignedByte),
    }
)
_STRINGS = frozenset(
    {XSD.string, XSD.normalizedString, XSD.token, XSD.language, XSD.Name, XSD.NCName, XSD.NMTOKEN}
)
_PRIMITIVES = dict.fromkeys(_INTEGERS, XSD.decimal) | dict.fromkeys(_STRINGS, XSD.string)
_PRIMITIVES |= {XSD.dateTimeStamp: XSD.dateTime, RDF.langString: RDF.langString}
_PRIMITIVES |= {
    datatype: datatype
    for datatype in (
        *(XSD.decimal, XSD.double, XSD.float, XSD.boolean, XSD.anyURI, XSD.hexBinary, XSD.base64Binary),
        *(XSD.dateTime, XSD.date, XSD.time, XSD.duration, XSD.gYear, XSD.gYearMonth, XSD.gMonthDay),
    )
}

DATATYPES: frozenset[URIRef] = frozenset(_PRIMITIVES)
"""The datatypes that are judged; of others nothing is known."""


def excludes(datatype: URIRef, literal: Literal) -> bool:
    """Tell whether `literal` is certainly not in `datatype`."""
    own = literal.datatype or (RDF.langString if literal.language else XSD.string)
    if datatype not in _PRIMITIVES or own not in _PRIMITIVES:
        return False
    if _PRIMITIVES[own] != _PRIMITIVES[datatype]:
        return True
    return datatype in _INTEGERS and literal.value is not None and literal.value != int(literal.value)
