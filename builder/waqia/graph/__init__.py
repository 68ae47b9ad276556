"""From templates to RDF: IRIs, claims as named graphs, facts, incidents, and the files that hold them."""

from waqia.graph.build import assemble, build, merge
from waqia.graph.data import GraphData
from waqia.graph.known import Known, load_known, load_ontology

__all__ = ["GraphData", "Known", "assemble", "build", "load_known", "load_ontology", "merge"]
