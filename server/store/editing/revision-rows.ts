import { z } from "zod";
import { EntryDraft } from "../../editing/entry-draft.ts";
import type { Seal } from "../seal.ts";
import type { Base, Tables } from "../tables.ts";
import type { CaseMaterial, KeptRevision, Person, RevisionState, RevisionWords } from "./editing-store.ts";

type Row = Tables["entry_revisions"];

const Material = z.strictObject({ asked: z.array(z.string()).readonly(), answered: z.array(z.string()).readonly() });

/** Revisions with the key of the conversation they were begun from. */
export function revisionRows({ database }: Pick<Base, "database">) {
  return database
    .selectFrom("entry_revisions")
    .leftJoin("conversations", "conversations.id", "entry_revisions.conversation_id")
    .selectAll("entry_revisions")
    .select("conversations.data_key");
}

export function revisionOf(seal: Seal, row: Row & { readonly data_key: string | null }): KeptRevision {
  const { id, author_id, author_name, edits, changed_at, submitted_at, decided_by, decided_name, decided_at, note, number } = row;
  return {
    id,
    // Written by us from the same closed list.
    state: row.state as RevisionState,
    draft: EntryDraft.parse(JSON.parse(seal.openOwn(row.words))),
    withdrawn: row.withdrawn === 1,
    madeFrom: row.made_from ?? undefined,
    author: { id: author_id, name: author_name },
    edits,
    changedAt: changed_at,
    submittedAt: submitted_at ?? undefined,
    decidedBy: personOf(decided_by, decided_name),
    decidedAt: decided_at ?? undefined,
    note: note === null ? undefined : seal.openOwn(note),
    number: number ?? undefined,
    material: materialOf(seal, row),
  };
}

export function wordsColumns(seal: Seal, { draft, withdrawn, madeFrom }: RevisionWords) {
  return {
    entry_id: draft.id,
    words: seal.lockOwn(JSON.stringify(draft)),
    withdrawn: withdrawn ? 1 : 0,
    made_from: madeFrom ?? null,
  };
}

export function personOf(id: string | null, name: string | null): Person | undefined {
  return id === null ? undefined : { id, name: name ?? "" };
}

function materialOf(
  seal: Seal,
  { material, data_key }: Pick<Row, "material"> & { readonly data_key: string | null },
): CaseMaterial | undefined {
  return material === null || data_key === null ? undefined : Material.parse(JSON.parse(seal.open(data_key, material)));
}
