/** The other processes on the same database, where it can pass on at once what one tells. What is lost on the way, `readChanged` still finds. */
export interface OtherProcesses {
  /** Topics of `Live` that something is new about; nobody may be there to hear. */
  tell(topics: readonly string[]): Promise<void>;
  /** Called with what others tell, never with what we told. */
  hear(listener: (topics: readonly string[]) => void): void;
  close(): Promise<void>;
}
