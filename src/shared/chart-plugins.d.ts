// The plugin's main file is CommonJS and would bring a second Chart.js, whose bars and slices are strangers to the first one.
declare module 'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js' {
  export { default } from 'chartjs-plugin-datalabels';
}
