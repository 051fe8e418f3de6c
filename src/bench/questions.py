"""The questions: what is asked of whom, with which values."""

import json
from pathlib import Path

HERE = Path(__file__).parent


class Question:
    """A folder of questions/: server.graphql, limit.sql, variables.sql, and postgraphile.graphql where it can answer."""

    def __init__(self, folder):
        self.folder = folder
        self.letter, _, name = folder.name.partition("-")
        self.title = name.replace("-", " ")
        first, _, self.server = (folder / "server.graphql").read_text().partition("\n")
        self.sentence = first.lstrip("# ")
        theirs = folder / "postgraphile.graphql"
        self.postgraphile = theirs.read_text() if theirs.exists() else None
        self.limit = (folder / "limit.sql").read_text()

    def draw(self, database):
        """The values, each as the three take it."""
        sql = (self.folder / "variables.sql").read_text()
        rows = json.loads(database.query(f"select coalesce(json_agg(to_json(v)), '[]') from ({sql}) v"))
        if not rows:
            raise SystemExit(f"no values to ask question {self.letter} with")
        self.values = [str(row["value"]) for row in rows]
        self.variables = {name: [row[name] for row in rows] for name in ("server", "postgraphile")}

    def missing(self, server):
        """What this version of the server lacks to answer it, in the server's own words; empty where it lacks nothing."""
        errors = server.ask(self.server, {}).get("errors", [])
        return next((error["message"] for error in errors if error["message"].startswith("Validation error")), "")

    def document(self, name):
        return self.server if name == "server" else self.postgraphile

    def bodies(self, name):
        """One request a line, for wrk."""
        query = " ".join(self.document(name).split())
        return "\n".join(json.dumps({"query": query, "variables": each}) for each in self.variables[name]) + "\n"

    def limit_with(self, value):
        return self.limit.replace(":value", quoted(value))

    def limit_script(self):
        """For pgbench: one of the values, drawn by number."""
        drawn = f"(array[{', '.join(map(quoted, self.values))}]::text[])[:nth]"
        return f"\\set nth random(1, {len(self.values)})\n{self.limit.replace(':value', drawn)};\n"


def quoted(value):
    return "'" + value.replace("'", "''") + "'"


def all_questions():
    return [Question(folder) for folder in sorted((HERE / "questions").iterdir()) if (folder / "server.graphql").exists()]
