/** A job on a timer, as EventBridge would call it: never twice at once, and a failure is reported, not the end. */
export const repeat = (
  job: () => Promise<unknown>,
  options: { readonly seconds: number; readonly report: (error: unknown) => void },
): { stop(): Promise<void> } => {
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    try {
      await job();
    } catch (error) {
      options.report(error);
    }
    running = undefined;
  };
  const timer = setInterval(() => {
    running ??= run();
  }, options.seconds * 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
