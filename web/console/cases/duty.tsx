import type { VNode } from "preact";
import type { Board } from "../../../server/http/desk/wire.ts";
import { deskApi } from "../answering/desk-api.ts";

export interface DutyProps {
  readonly duty: Board["duty"];
  readonly doing: (work: Promise<unknown>) => void;
}

/** Whether this member is there for new cases, and how many they have of how many. */
export function DutySwitch({ duty, doing }: DutyProps): VNode {
  return (
    <p class="duty">
      <label>
        <input type="checkbox" checked={duty.onDuty} onChange={(event) => doing(deskApi.setDuty(event.currentTarget.checked))} />{" "}
        {duty.onDuty ? "Đang trực" : "Tạm nghỉ"}
      </label>{" "}
      <span class="hint">
        giữ {duty.open}/{duty.cap} cuộc
      </span>
    </p>
  );
}
