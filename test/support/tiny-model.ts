import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface TinyModel {
  readonly dimensions: number;
  /** Words it knows; those on one line mean the same. */
  readonly words: readonly (readonly string[])[];
  /** Instead of the vectors of the words: to break it. */
  readonly fill?: number;
  /** What the folder claims, where that differs. */
  readonly claimed?: number;
}

/** A sentence model small enough for a test: one table of word vectors as an ONNX graph, and a tokenizer that splits at spaces. */
export function writeTinyModel(folder: string, { dimensions, words, fill, claimed = dimensions }: TinyModel): void {
  const vocabulary: Record<string, number> = { "[UNK]": 0 };
  const table: number[] = vectorOf(0, dimensions, fill);
  words.forEach((line, meaning) => {
    for (const word of line) {
      if (word in vocabulary) continue;
      vocabulary[word] = Object.keys(vocabulary).length;
      table.push(...vectorOf(meaning + 1, dimensions, fill));
    }
  });
  const write = (file: string, content: unknown) => writeFileSync(join(folder, file), JSON.stringify(content));
  mkdirSync(join(folder, "onnx"), { recursive: true });
  write("config.json", { model_type: "bert", hidden_size: claimed, vocab_size: Object.keys(vocabulary).length });
  write("tokenizer_config.json", {
    tokenizer_class: "PreTrainedTokenizerFast",
    model_max_length: 512,
    unk_token: "[UNK]",
    pad_token: "[UNK]",
  });
  write("tokenizer.json", {
    version: "1.0",
    added_tokens: [],
    normalizer: { type: "Lowercase" },
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: null,
    decoder: null,
    model: { type: "WordLevel", vocab: vocabulary, unk_token: "[UNK]" },
  });
  writeFileSync(join(folder, "onnx/model.onnx"), gatherModel(table, dimensions));
}

/** The same direction for the same meaning each time, and about a right angle between any two. */
function vectorOf(meaning: number, dimensions: number, fill: number | undefined): number[] {
  let state = (meaning + 1) * 2654435761;
  return Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return fill ?? state / 2 ** 31 - 1;
  });
}

// ONNX is a protocol buffer; the numbers are the fields of onnx.proto.

/** last_hidden_state = table[input_ids] */
function gatherModel(table: readonly number[], dimensions: number): Uint8Array {
  const rows = table.length / dimensions;
  const raw = new Uint8Array(Float32Array.from(table).buffer);
  const tensor = message([
    numberField(1, rows),
    numberField(1, dimensions),
    numberField(2, float32),
    textField(8, "table"),
    bytesField(9, raw),
  ]);
  const node = message([textField(1, "table"), textField(1, "input_ids"), textField(2, "last_hidden_state"), textField(4, "Gather")]);
  const graph = message([
    bytesField(1, node),
    textField(2, "tiny"),
    bytesField(5, tensor),
    bytesField(11, value("input_ids", int64, ["batch", "length"])),
    bytesField(11, value("attention_mask", int64, ["batch", "length"])),
    bytesField(12, value("last_hidden_state", float32, ["batch", "length", dimensions])),
  ]);
  return message([numberField(1, 8), bytesField(7, graph), bytesField(8, message([textField(1, ""), numberField(2, 17)]))]);
}

const float32 = 1;
const int64 = 7;

function value(name: string, type: number, shape: readonly (string | number)[]): Uint8Array {
  const dimensions = shape.map((size) => bytesField(1, message([typeof size === "number" ? numberField(1, size) : textField(2, size)])));
  const tensor = message([numberField(1, type), bytesField(2, message(dimensions))]);
  return message([textField(1, name), bytesField(2, message([bytesField(1, tensor)]))]);
}

function message(fields: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(fields));
}

function numberField(field: number, content: number): Uint8Array {
  return Uint8Array.from([...varint(field * 8), ...varint(content)]);
}

function bytesField(field: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
}

function textField(field: number, content: string): Uint8Array {
  return bytesField(field, new TextEncoder().encode(content));
}

function varint(content: number): number[] {
  return content < 128 ? [content] : [(content % 128) + 128, ...varint(Math.floor(content / 128))];
}
