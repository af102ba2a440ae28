# A network as GraphML and as GEXF in NetworkX: python examples/clients/read_networkx.py [http://127.0.0.1:4000]
# pip install networkx
import io
import sys
from urllib.request import urlopen

import networkx

server = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4000"
question = "of=establishment:lkab&edgeKinds=SPILLS_OVER,LOCATED_IN,PROCURES&asOf=2022-06-30"


def read(ending, reader):
    with urlopen(f"{server}/export/neighbourhood.{ending}?{question}") as reply:
        # The header says the same as the file, and is there before the file is read.
        if reply.headers["norrgraph-truncated"] == "true":
            print("The limit cut the network: ask for more nodes")
        return reader(io.BytesIO(reply.read()))


graphml = read("graphml", networkx.read_graphml)
gexf = read("gexf", networkx.read_gexf)
for name, graph in {"GraphML": graphml, "GEXF": gexf}.items():
    # Every stored run has edges of its own: jobs are added up within one.
    effects = [values for _, _, values in graph.edges(data=True) if values.get("run") == "run:report"]
    jobs = sum(values["jobs"] for values in effects)
    print(f"{name}: {len(graph)} nodes, {graph.number_of_edges()} edges, {jobs:.1f} jobs of the report's run")
print(graphml.nodes["municipality:2584"]["latitude"])
