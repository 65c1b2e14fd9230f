import { type NewNotice, type NoticeBoard, noticesPath, switchesPath } from "../../../server/http/notices/wire.ts";
import { call } from "../api.ts";

export const noticesApi = {
  read: async () => (await call("GET", noticesPath)) as NoticeBoard,
  post: (notice: NewNotice) => call("POST", noticesPath, notice),
  withdraw: (id: string) => call("POST", `${noticesPath}/${id}/withdraw`),
  switchOff: (name: string, reason: string) => call("POST", `${switchesPath}/${name}/off`, { reason }),
  switchOn: (name: string) => call("POST", `${switchesPath}/${name}/on`),
};
