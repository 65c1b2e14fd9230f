import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { areVectors, type Embedder } from "./embedder.ts";

const ModelConfig = z.object({ hidden_size: z.number().int().min(2).max(8192) });
const Pooling = z.object({ pooling_mode_cls_token: z.boolean().default(false) });

const atOnce = 16;

/**
 * A sentence model in a folder, run by transformers.js in this process: `config.json`, `tokenizer.json`, `tokenizer_config.json` and
 * `onnx/model.onnx` or `onnx/model_quantized.onnx`. Nothing is ever fetched. Throws when the folder holds no model that works.
 */
export async function transformersEmbedder(folder: string): Promise<Embedder> {
  const at = resolve(folder);
  const { hidden_size: dimensions } = ModelConfig.parse(readJson(join(at, "config.json")));
  const { env, pipeline } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = `${dirname(at)}/`;
  const extract = await pipeline("feature-extraction", basename(at), {
    dtype: existsSync(join(at, "onnx/model_quantized.onnx")) ? "q8" : "fp32",
    device: "cpu",
    local_files_only: true,
  });
  const pooling = poolingOf(at);
  const embedder: Embedder = {
    name: basename(at),
    dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += atOnce) {
        const { data, dims } = await extract(texts.slice(from, from + atOnce).map(visible), { pooling, normalize: true });
        const width = dims.at(-1) ?? 0;
        if (!(data instanceof Float32Array)) throw new Error("the model gives something else than 32-bit numbers");
        for (let row = 0; row < (dims[0] ?? 0); row++) vectors.push(data.slice(row * width, (row + 1) * width));
      }
      if (!areVectors(vectors, { count: texts.length, dimensions }))
        throw new Error(`the model does not give ${dimensions} numbers for each text`);
      return vectors;
    },
  };
  await embedder.embed(["ra trại cần làm gì"]);
  return embedder;
}

/** Of nothing at all there is no mean. */
function visible(text: string): string {
  return text.trim() === "" ? "?" : text;
}

/** How the model was trained to sum a text up, where its folder says so. */
function poolingOf(folder: string): "mean" | "cls" {
  const file = join(folder, "1_Pooling/config.json");
  return existsSync(file) && Pooling.parse(readJson(file)).pooling_mode_cls_token ? "cls" : "mean";
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
