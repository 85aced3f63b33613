/** A library that says nothing of its types in a way this project can read; viewer.ts says which slice is used. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  const NavigatedViewer: unknown
  export default NavigatedViewer
}
