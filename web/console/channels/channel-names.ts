/** How colleagues call them. */
export const channels: Readonly<Record<string, string>> = {
  web: "Trang web",
  messenger: "Messenger",
  "page-comments": "Bình luận",
  botpress: "Botpress",
};
