"""Runs a pipeline over one evaluation set and puts its scores together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from evaluation.corpora.annotated import AnnotatedText
from evaluation.scores.classes import classes_of
from evaluation.scores.counts import Counts
from evaluation.scores.grammar import score_arcs, score_tags
from evaluation.scores.names import Found, NameScores, add_scores, report_names, score_names
from evaluation.scores.references import reference_doc
from evaluation.scores.sentences import score_sentences
from evaluation.sets import EvaluationSet
from tasks.nlp.document import DocumentInput, extract_document

Progress: TypeAlias = Callable[[], object]
"""Called after each text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One text of a set with everything that was counted in it; None where nothing was."""

    group: str
    example: Example | None
    sentences: Counts | None
    names: NameScores | None
    product_names: NameScores | None


def score_set(
    nlp: Language,
    declared: EvaluationSet,
    texts: Sequence[AnnotatedText],
    *,
    product: Language | None = None,
    progress: Progress = lambda: None,
) -> dict[str, Any]:
    """Return the scores of a set, in all and by group.

    Args:
        nlp: The spaCy pipeline; what it does not predict is not scored.
        declared: The set.
        texts: Its texts.
        product: Pipeline with our components; if given, the names that ``tallybook extract``
            gives are scored too.
        progress: Called after each text.
    """
    outcomes = list(read_and_count(nlp, declared, texts, product, progress))
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.group].append(outcome)
    report = {
        "kind": declared.kind,
        "source": declared.source,
        "split": declared.split,
        "texts": len(texts),
        **scores_of(outcomes),
    }
    if len(groups) > 1:
        report["groups"] = {group: scores_of(groups[group]) for group in sorted(groups)}
    return report


def read_and_count(
    nlp: Language,
    declared: EvaluationSet,
    texts: Sequence[AnnotatedText],
    product: Language | None,
    progress: Progress,
) -> Iterator[Outcome]:
    """Yield what was counted in each text."""
    for text, doc in zip(texts, nlp.pipe(text.text for text in texts), strict=True):
        yield Outcome(
            text.group,
            grammar_example(nlp, declared, text, doc),
            sentence_counts(declared, text, doc),
            model_names(declared, text, doc),
            product_names(declared, text, product),
        )
        progress()


def grammar_example(
    nlp: Language, declared: EvaluationSet, text: AnnotatedText, doc: Doc
) -> Example | None:
    """Return prediction and gold side by side where a set has tags or arcs."""
    if not declared.tasks & {"tags", "arcs"}:
        return None
    return Example(doc, reference_doc(nlp.vocab, text))


def sentence_counts(declared: EvaluationSet, text: AnnotatedText, doc: Doc) -> Counts | None:
    """Return the counts of sentences if set and pipeline have them."""
    if "sentences" not in declared.tasks or not doc.has_annotation("SENT_START"):
        return None
    return score_sentences(text, doc)


def model_names(declared: EvaluationSet, text: AnnotatedText, doc: Doc) -> NameScores | None:
    """Return the scores of the pipeline's names if set and pipeline have them."""
    if text.names is None or not doc.has_annotation("ENT_IOB"):
        return None
    found = (Found(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return counted_names(declared, text, found)


def product_names(
    declared: EvaluationSet, text: AnnotatedText, product: Language | None
) -> NameScores | None:
    """Return the scores of the names that ``tallybook extract`` gives."""
    if text.names is None or product is None:
        return None
    extraction = extract_document(product, DocumentInput(text.key, text.text))
    found = (Found(m.span.start_char, m.span.end_char, m.label) for m in extraction.linked.mentions)
    return counted_names(declared, text, found)


def counted_names(
    declared: EvaluationSet, text: AnnotatedText, found: Iterator[Found]
) -> NameScores:
    """Return the scores of names under the rules of a set."""
    return score_names(text, found, classes_of(declared.labels), named_only=declared.named_only)


def scores_of(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the scores over texts; a task that nothing was counted for is left out."""
    examples = [outcome.example for outcome in outcomes if outcome.example is not None]
    sentences = [outcome.sentences for outcome in outcomes if outcome.sentences is not None]
    names = {
        "names": [outcome.names for outcome in outcomes if outcome.names is not None],
        "product_names": [o.product_names for o in outcomes if o.product_names is not None],
    }
    return {
        **({"tags": score_tags(examples), "arcs": score_arcs(examples)} if examples else {}),
        **({"sentences": sum(sentences, start=Counts()).report()} if sentences else {}),
        **{task: report_names(add_scores(scores)) for task, scores in names.items() if scores},
    }
