import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Columns by table, the primary key first; `#` = a number, `?` = may be empty. */
const tables: Readonly<Record<string, { readonly key: readonly string[]; readonly columns: readonly string[] }>> = {
  case_snoozes: { key: ["escalation_id"], columns: ["escalation_id", "until#", "sequence#"] },
  conversation_reads: { key: ["conversation_id", "staff_id"], columns: ["conversation_id", "staff_id", "sequence#", "at#"] },
  case_notes: { key: ["id"], columns: ["id", "escalation_id", "conversation_id", "staff_name", "body", "at#"] },
  case_drafts: {
    key: ["escalation_id", "staff_id"],
    columns: ["escalation_id", "staff_id", "conversation_id", "client_id", "body", "at#"],
  },
  held_answers: {
    key: ["id"],
    columns: ["id", "escalation_id", "conversation_id", "staff_id", "staff_name", "client_id", "body", "at#", "state", "note?"],
  },
  case_offers: { key: ["escalation_id"], columns: ["escalation_id", "staff_id", "until#", "tried"] },
  case_alarms: { key: ["escalation_id", "danger"], columns: ["escalation_id", "danger#", "at#"] },
  canned_replies: { key: ["id"], columns: ["id", "title", "body", "staff_name", "at#"] },
  staff_duty: { key: ["staff_id"], columns: ["staff_id", "on_duty#", "at#"] },
  desk_settings: { key: ["id"], columns: ["id", "body"] },
};

const indexes: Readonly<Record<string, readonly [table: string, ...columns: string[]]>> = {
  notes_of_conversation: ["case_notes", "conversation_id"],
  drafts_of_conversation: ["case_drafts", "conversation_id"],
  held_answers_of_conversation: ["held_answers", "conversation_id"],
  held_answers_of_case: ["held_answers", "escalation_id"],
  escalations_closed: ["escalations", "state", "closed_at"],
};

/** What counsellors need beside the conversation itself. */
export const desk: Migration = {
  async up(database: Kysely<unknown>) {
    for (const [name, { key, columns }] of Object.entries(tables)) {
      let table = database.schema.createTable(name);
      for (const written of columns) {
        const column = written.replace(/[#?]$/, "");
        const type = written.endsWith("#") ? "bigint" : "text";
        table = table.addColumn(column, type, (definition) => (written.endsWith("?") ? definition : definition.notNull()));
      }
      await table.addPrimaryKeyConstraint(`${name}_key`, [...key] as never).execute();
    }
    for (const [name, [table, ...columns]] of Object.entries(indexes))
      await database.schema.createIndex(name).on(table).columns(columns).execute();
  },
};
