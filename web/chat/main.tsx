import { render } from "preact";
import { takeDraft } from "../draft.ts";
import { Chat } from "./chat.tsx";
import { openMemory } from "./memory.ts";
import "./chat.css";

const place = document.getElementById("chat");
if (place) {
  const inside = document.createElement("div");
  place.append(inside);
  // What stands here already is read until there is a chat to show: nothing on the page moves meanwhile.
  const onOpen = () => {
    for (const words of place.querySelectorAll(":scope > p")) words.remove();
  };
  render(
    <Chat
      memory={openMemory(sessionStorage, localStorage)}
      asked={takeDraft(sessionStorage) ?? new URLSearchParams(location.search).get("hoi") ?? ""}
      onOpen={onOpen}
    />,
    inside,
  );
}
