"""The published mBART text-to-gloss folder: a made-up tiny one in its layout, trained here."""

import pickle  # noqa: TID251  (writes what the published folders hold)
from pathlib import Path

import pytest

from pipeline.errors import BadInput
from pipeline.text.models import model_in
from pipeline.text.opening import open_model
from pipeline.text.pretrained.published import SPECIALS, open_published
from tests.pipeline.text.pretrained.conftest import Pieces, pairs

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

pytestmark = pytest.mark.usefixtures("one_thread")

WIDTH, ENGLISH = 32, 250_004
CONFIG = {
    "d_model": WIDTH,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "scale_embedding": True,
    "dropout": 0.0,
    "max_position_embeddings": 64,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, pieces: Pieces) -> Path:
    """A folder whose network has learned 27 sentences as the released code teaches it."""
    made = tmp_path_factory.mktemp("mBart_de_t2g")
    torch.manual_seed(0)
    (made / "sentencepiece.bpe.model").write_bytes(pieces.file.read_bytes())
    kept = {row: row for row in range(len(pieces.scored) + 4)} | {ENGLISH: len(pieces.scored) + 4}
    (made / "map_ids.pkl").write_bytes(pickle.dumps(kept))
    torch.save(torch.randn(len(kept), WIDTH) / 8, made / "text_embeddings.bin")
    glosses = sorted({gloss.lower() for pair in pairs() for gloss in pair.glosses})
    ids = {name: row for row, name in enumerate((*SPECIALS, *glosses))}
    (made / "gloss2ids.pkl").write_bytes(pickle.dumps(ids))
    config = transformers.MBartConfig(**CONFIG, vocab_size=len(ids))
    (made / "config.json").write_text(config.to_json_string())
    network = transformers.MBartForConditionalGeneration(config)
    _save(made, network)
    _teach(open_published(made), network, ids)
    _save(made, network)
    return made


def _save(folder: Path, network) -> None:
    state = {f"translation_network.model.{name}": value for name, value in network.state_dict().items()}
    torch.save({"epoch": 3, "best_score": 1.0, "model_state": state}, folder / "phoenix_best.ckpt")


def _teach(opened, network, ids) -> None:
    from pipeline.text.pretrained.published_translator import PublishedTranslator

    source = PublishedTranslator(opened).source
    given = [source(pair.text.split()) for pair in pairs()]
    wanted = [[ids[gloss.lower()] for gloss in pair.glosses] for pair in pairs()]
    optimizer = torch.optim.Adam(network.parameters(), lr=3e-3)
    longest = max(rows.shape[1] for rows in given)
    rows = torch.cat([torch.nn.functional.pad(own, (0, 0, 0, longest - own.shape[1])) for own in given])
    seen = torch.tensor([[1] * own.shape[1] + [0] * (longest - own.shape[1]) for own in given])
    begun = torch.tensor([[ids["de_DGS"], *row] for row in wanted])
    ended = torch.tensor([[*row, ids["</s>"]] for row in wanted])
    network.train()
    for _ in range(120):
        out = network(inputs_embeds=rows, attention_mask=seen, decoder_input_ids=begun, labels=ended)
        optimizer.zero_grad()
        out.loss.backward()
        optimizer.step()
    assert out.loss < 0.05


def test_the_folder_is_found_as_a_model_from_german_to_dgs(folder: Path):
    model = model_in(folder)
    assert (model.language, model.sign_language, model.system) == ("de", "gsg", "neural")


def test_it_answers_what_it_was_taught_in_the_glosses_of_the_dictionary(folder: Path):
    translator = open_model(folder)
    for pair in pairs()[::5]:
        best = translator.translate(pair.text.split())[0]
        assert best.glosses == pair.glosses
        assert best.probabilities[0] > 0.8


def test_an_answer_begins_with_the_sign_language_and_not_with_the_text_language(folder: Path):
    opened = open_published(folder)
    assert opened.start == opened.ids["de_DGS"] != opened.ids["de_DE"]
    pair = pairs()[0]
    rows = open_model(folder).source(pair.text.split())
    wanted = torch.tensor([[opened.ids[gloss.lower()] for gloss in pair.glosses] + [opened.ids["</s>"]]])
    begun = torch.cat([torch.tensor([[opened.start]]), wanted[:, :-1]], 1)
    scores = opened.network(inputs_embeds=rows, decoder_input_ids=begun).logits.log_softmax(-1)
    forced = scores.gather(-1, wanted[..., None]).mean().detach()
    best = open_model(folder).translate(pair.text.split())[0]
    assert best.score == pytest.approx(float(forced), abs=0.02)


def test_only_allowed_glosses_are_answered(folder: Path):
    allowed = frozenset({"REGEN", "SCHNEE", "HEUTE"})
    for hypothesis in open_model(folder).translate(["morgen", "stürmt", "es", "nord"], 3, allowed):
        assert set(hypothesis.glosses) <= allowed


def test_a_gloss_list_that_is_shorter_than_the_checkpoint_is_told_with_both_numbers(folder: Path, copied):
    ids = pickle.loads((folder / "gloss2ids.pkl").read_bytes())
    shorter = dict(list(ids.items())[:-4])
    (copied / "gloss2ids.pkl").write_bytes(pickle.dumps(shorter))
    with pytest.raises(BadInput, match=rf"has {len(shorter)} entries and its checkpoint {len(ids)} rows"):
        open_model(copied)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("phoenix_best.ckpt", None, "has no checkpoint"),
        ("phoenix_best.ckpt", b"junk", "cannot be read"),
        ("text_embeddings.bin", None, "There is no"),
        ("map_ids.pkl", pickle.dumps({0: 10**6}), "does not fit"),
        ("map_ids.pkl", b"cos\nsystem\n(S'true'\ntR.", "cannot be read"),
        ("sentencepiece.bpe.model", b"junk", "sentencepiece.bpe.model"),
        ("gloss2ids.pkl", pickle.dumps({"<s>": 0}), "lacks <pad>"),
        ("config.json", b"{", "damaged"),
    ],
)
def test_a_damaged_folder_is_one_sentence(copied: Path, name: str, content: bytes | None, said: str):
    if content is None:
        (copied / name).unlink()
    else:
        (copied / name).write_bytes(content)
    with pytest.raises(BadInput, match=said):
        open_model(copied)


@pytest.fixture
def copied(folder: Path, tmp_path: Path) -> Path:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path
