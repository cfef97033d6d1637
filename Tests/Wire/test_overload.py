"""Many edits at once, and a long session.

MDCATALOG_LIFE=N sets the edits and requests of the long session (200000 by hand, fewer in CI).
"""

import os
import random

from memory import peak, resident
from strict import HEADER, URI, Strict, capabilities, span

LIFE = int(os.environ.get("MDCATALOG_LIFE", 20_000))
SEED = int(os.environ.get("MDCATALOG_FUZZ_SEED", random.SystemRandom().randrange(1 << 31)))


def rows(count):
    return "".join(f"| [D{n}](https://a.org/{n}) | x | Segmentaton | CT | 2D |\n" for n in range(count))


def test_10_000_edits_at_once_then_a_request():
    with Strict(capabilities()) as client:
        client.open(HEADER + rows(1_000))
        frames = [client.frame({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [{"range": span(2 + version % 1_000, 4), "text": "q"}]}})
            for version in range(2, 10_002)]
        client.write(b"".join(frames))
        hover = client.about("hover", position={"line": 3, "character": 4})
        assert "Dqqqqqqqqqq1" in hover["contents"]["value"]
        client.diagnostics(version=10_001)
        # Diagnostics of overwritten texts are not sent.
        assert len([m for m in client.log if m.get("method") == "textDocument/publishDiagnostics"]) < 100
        assert peak(client.process) < 100_000
        assert client.end() == 0


def test_a_long_session():
    print(f"MDCATALOG_FUZZ_SEED={SEED}")
    rng = random.Random(SEED)
    methods = ["hover", "completion", "definition", "references", "documentHighlight", "codeAction", "formatting",
               "documentSymbol", "foldingRange", "documentLink", "selectionRange"]
    with Strict(capabilities()) as client:
        text = HEADER + rows(300)
        client.open(text)
        early = 0
        for step in range(LIFE):
            place = {"line": rng.randrange(310), "character": rng.randrange(60)}
            kind = rng.random()
            if kind < 0.7:
                end = rng.choice([place["character"], place["character"] + rng.randrange(4)])
                new = rng.choice(["x", "", "|", "é", "\n", "Text", rows(1), "MRI, ", "```\n", "[D1](https://z.org)"])
                start = span(place["line"], place["character"], place["line"], end)
                if rng.random() < 0.1:
                    start = span(place["line"], 0, place["line"] + 1, 0)
                client.change({"range": start, "text": new}, version=step + 2)
            elif kind < 0.702:
                client.change({"text": text}, version=step + 2)
            elif kind < 0.703:
                client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
                client.open(text, version=step + 2)
            else:
                number = client.start(f"textDocument/{rng.choice(methods)}", {
                    "textDocument": {"uri": URI}, "position": place, "positions": [place],
                    "range": {"start": place, "end": place}, "context": {"diagnostics": [], "includeDeclaration": True},
                    "options": {"tabSize": 4, "insertSpaces": True}})
                if kind < 0.75:
                    client.tell("$/cancelRequest", {"id": number})
                assert client.wait(number).get("error", {}).get("code") in (None, -32800)
                client.responses.clear()
                client.log.clear()
            if step == LIFE // 20:
                early = resident(client.process)
        client.ask("x")
        late = resident(client.process)
        print(f"{LIFE} edits and requests: {early} kB after {LIFE // 20}, {late} kB at the end")
        assert late <= 1.3 * early
        assert client.end() == 0
