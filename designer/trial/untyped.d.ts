/** What says nothing of its types in a way this project can read: only what is used of it. */
declare module '*.css?inline' {
  const text: string
  export default text
}
