"""Whether the three answer the same: else there is nothing to compare."""

import json

CHECKED_VALUES = 5
CURSORS = ("cursor", "endCursor")


def plain(answer):
    """
    An answer without what each writes in its own way: cursors, which only have to be there; and an object whose only key
    is `_`, which stands for what is in it (a row of a table of links).
    """
    if isinstance(answer, list):
        return [plain(each) for each in answer]
    if not isinstance(answer, dict):
        return answer
    if list(answer) == ["_"]:
        return plain(answer["_"])
    return {key: each is not None if key in CURSORS else plain(each) for key, each in answer.items()}


def check(question, server, postgraphile, database):
    """Stops the benchmark where two answers differ; gives the mean length of the server's answers."""
    lengths = []
    for nth in range(min(CHECKED_VALUES, len(question.values))):
        answers = {"the server": answered(server.ask(question.server, question.variables["server"][nth]))}
        if question.postgraphile:
            answers["PostGraphile"] = answered(
                postgraphile.ask(question.postgraphile, question.variables["postgraphile"][nth]))
        answers["SQL"] = json.loads(database.query(question.limit_with(question.values[nth])))
        expected = plain(answers["the server"])
        lengths.append(len(json.dumps(answers["the server"], ensure_ascii=False)))
        for name, answer in answers.items():
            if plain(answer) != expected:
                raise SystemExit(
                    f"question {question.letter}, value {question.values[nth]}: {name} does not answer as the server"
                    + difference(expected, plain(answer)))
    return sum(lengths) / len(lengths)


def answered(response):
    if "errors" in response:
        raise SystemExit(f"errors: {json.dumps(response['errors'])[:1000]}")
    return response["data"]


def difference(expected, answer, path=""):
    """Where two answers differ first."""
    if type(expected) is type(answer) is dict:
        pairs = [(f"{path}.{key}", expected.get(key), answer.get(key)) for key in expected | answer]
    elif type(expected) is type(answer) is list and len(expected) == len(answer):
        pairs = [(f"{path}[{nth}]", left, right) for nth, (left, right) in enumerate(zip(expected, answer))]
    else:
        return f"\n  {path}: {json.dumps(answer)[:300]}\n  expected: {json.dumps(expected)[:300]}"
    return next((difference(left, right, place) for place, left, right in pairs if left != right), "")
