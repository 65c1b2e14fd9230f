import {
  type Checked,
  type ClosedCaseItem,
  type EndingProvision,
  type EntryDraft,
  type EntryList,
  editingPaths,
  type NoticeItem,
  type OneEntry,
  type ProvisionList,
  type Reach,
  type Revision,
  type SheetTaken,
  type UnansweredGroup,
  type Wordings,
} from "../../../server/http/editing/wire.ts";
import { call } from "../api.ts";

interface Words {
  readonly draft: EntryDraft;
  readonly withdrawn: boolean;
}
interface Told {
  readonly entries: readonly string[];
  readonly since: number;
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
  cases: async () => ((await call("GET", editingPaths.cases)) as { cases: ClosedCaseItem[] }).cases,
  fromCase: async (conversation: string) => (await call("POST", editingPaths.cases, { conversation })) as { id: string },
  unanswered: async () => ((await call("GET", editingPaths.unanswered)) as { groups: UnansweredGroup[] }).groups,
  wordings: async (entry: string) =>
    ((await call("GET", `${editingPaths.unanswered}/wordings?entry=${encodeURIComponent(entry)}`)) as Wordings).wordings,
  impact: async (of: string) =>
    ((await call("GET", `${editingPaths.impact}?of=${encodeURIComponent(of)}`)) as { ending: EndingProvision[] }).ending,
  notices: async () => ((await call("GET", editingPaths.notices)) as { notices: NoticeItem[] }).notices,
  reach: async (of: Told) => (await call("POST", `${editingPaths.notices}/reach`, of)) as Reach,
  addNotice: async (notice: Told & { readonly about: string; readonly text: string }) =>
    (await call("POST", editingPaths.notices, notice)) as { id: string },
  approveNotice: (id: string) => call("POST", `${editingPaths.notices}/${id}/approve`),
  dropNotice: (id: string) => call("POST", `${editingPaths.notices}/${id}/drop`),
  sendNotice: async (id: string) => (await call("POST", `${editingPaths.notices}/${id}/send`)) as Reach,
  sendSheet: async (file: string) => (await call("POST", editingPaths.sheet, { file })) as SheetTaken,
  submit: (id: string) => call("POST", below(id, "submit")),
  takeBack: (id: string) => call("POST", below(id, "take-back")),
  drop: (id: string) => call("POST", below(id, "drop")),
  sendBack: (id: string, note: string) => call("POST", below(id, "send-back"), { note }),
  approve: (id: string, edits: number) => call("POST", below(id, "approve"), { edits }),
};
