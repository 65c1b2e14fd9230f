import { render } from "preact";
import { takeDraft } from "../draft.ts";
import { Chat } from "./chat.tsx";
import { openMemory } from "./memory.ts";
import "./chat.css";

const place = document.getElementById("chat");
if (place) {
  place.textContent = "";
  render(
    <Chat
      memory={openMemory(sessionStorage, localStorage)}
      asked={takeDraft(sessionStorage) ?? new URLSearchParams(location.search).get("hoi") ?? ""}
    />,
    place,
  );
}
