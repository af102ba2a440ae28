# What a venture sets off, as data frames: python examples/clients/ask_pandas.py [http://127.0.0.1:4000]
# pip install "gql[requests]" pandas
import sys

import pandas
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

server = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4000"
client = Client(
    transport=RequestsHTTPTransport(url=f"{server}/graphql"),
    fetch_schema_from_transport=True,
)

document = """
  query Spillover($of: ID!) {
    neighbourhood(of: [$of], depth: 1, edgeKinds: [SPILLS_OVER], asOf: "2022-06-30") {
      nodes { id label }
      edges { source target jobs indirect induced year county run }
      truncated
      warnings { code message }
    }
  }
"""
request = gql(document)
request.variable_values = {"of": "establishment:lkab"}
network = client.execute(request)["neighbourhood"]
if network["truncated"]:
    raise SystemExit("The limit cut the network: ask for more nodes")

names = pandas.DataFrame(network["nodes"]).set_index("id")["label"]
# Every stored run has edges of its own: jobs are added up within one.
edges = pandas.DataFrame(network["edges"]).query("run == 'run:report'").copy()
edges["industry"] = edges["target"].map(names)
print(edges.groupby("industry")["jobs"].sum().sort_values(ascending=False).head(3).round(1))

# The same as a file, whose columns say what was asked and whether it was cut.
table = pandas.read_csv(
    f"{server}/export/neighbourhood.csv?of=establishment:lkab&edgeKinds=SPILLS_OVER&asOf=2022-06-30"
)
assert not table["truncated"].any()
table = table[table["run"] == "run:report"]
print(len(table), "edges,", round(table["jobs"].sum(), 1), "jobs")
