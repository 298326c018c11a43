/** Tells that signs were dropped from a field; its place is there before, so that it is heard. */
export const CleanedNote = (props: { text: string }) => (
  <span class="kern-body kern-body--small" role="status">
    {props.text}
  </span>
);
