import {
  type Checked,
  type EntryDraft,
  type EntryList,
  editingPaths,
  type OneEntry,
  type ProvisionList,
  type Revision,
} from "../../../server/http/editing/wire.ts";
import { call } from "../api.ts";

interface Words {
  readonly draft: EntryDraft;
  readonly withdrawn: boolean;
}
const below = (id: string, what: string) => `${editingPaths.revisions}/${id}/${what}`;

// The shapes are the server's own, checked there before they leave.
export const editingApi = {
  entries: async () => (await call("GET", editingPaths.entries)) as EntryList,
  entry: async (id: string) => (await call("GET", `${editingPaths.entry}?id=${encodeURIComponent(id)}`)) as OneEntry,
  findProvisions: async (words: string) =>
    (await call("GET", `${editingPaths.provisions}?q=${encodeURIComponent(words)}`)) as ProvisionList,
  provisions: async (ids: readonly string[]) =>
    (await call("GET", `${editingPaths.provisions}?ids=${encodeURIComponent(ids.join(","))}`)) as ProvisionList,
  check: async (words: Words) => (await call("POST", editingPaths.check, words)) as Checked,
  begin: async (words: Words) => (await call("POST", editingPaths.revisions, words)) as { id: string },
  revision: async (id: string) => (await call("GET", `${editingPaths.revisions}/${id}`)) as Revision,
  save: async (id: string, words: Words & { readonly edits: number }) =>
    (await call("POST", below(id, "save"), words)) as { edits: number },
  submit: (id: string) => call("POST", below(id, "submit")),
  takeBack: (id: string) => call("POST", below(id, "take-back")),
  drop: (id: string) => call("POST", below(id, "drop")),
  sendBack: (id: string, note: string) => call("POST", below(id, "send-back"), { note }),
  approve: (id: string, edits: number) => call("POST", below(id, "approve"), { edits }),
};
