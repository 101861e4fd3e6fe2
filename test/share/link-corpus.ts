// Out: links of every form that this playground and the two APIs ever gave away, with what they open. A link is for ever: lines are
// added here, never edited, whatever becomes of the codecs.

/** Links in the wild, of version 1 and kind d1: whatever becomes of the codec, these open these texts. Never edit a line. */
export const editLinks: readonly [hash: string, text: string][] = [
  ['#v1.d1.AwA.8upg', ''],
  ['#v1.d1.q64FAA.Si5e', '{}'],
  [
    '#v1.d1.w7RPQV9fISMxJ00hJT8P6P7De5KKMoFhVqzwYX5fp8Kz6UufzVnDBQA.biDO',
    '{\n  "type": "bar", // half done, übrigens 🎉 日本\n',
  ],
  [
    '#v1.d1.I80-7CkAnyugNMwUkC1GBkamYGugEjCXmRgaAdOumYWOgqmRoY6CmYExyI0gAHUyTuPMsBlnamwCNMnSAGiSCdBMc3NDuHHIAUAwRkhNAkguQU0KCAlYkvAHZdxihaRKhcLSxKKS1CJQgkO4EETWctVyAQA.xNY_',
    '{\n  "type": "bar",\n  "data": {\n    "labels": ["Q1", "Q2", "Q3", "Q4"],\n    "datasets": [\n      {\n        "label": "2025",\n        "data": [412, 468, 521, 603]\n      },\n      {\n        "label": "2026",\n        "data": [534, 590, 648, 771]\n      }\n    ]\n  },\n  "width": 800,\n  "height": 400,\n  "options": {\n    "plugins": {\n      "title": {\n        "display": true,\n        "text": "Orders by quarter"\n      }\n    }\n  }\n}\n',
  ],
  [
    '#v1.d1.XZM7DoJAFEW3Qqw0ucXAfKndgbEjFESJVpAI2hAa1-OqXIlv5g0_6SDk3jdzzhtiGRNG_G2YOwrmxbiYFsNiVoyKSTEo5sSYmFKAVHI0D1nEfKo91a-68ebE5kJlUBo6hcqhHYyESWEFrIFL4RxyS1mzzUHm6HIgjCX7XD1utR9jihZQCspBZ9AGRsAoGAebhXQBR5uzWSfaJv9ps0tiXXFsu1WBTCEzSAUpIS1kDl9JR6FWSrLQ4n_2sRwxKeGNmHXwNizuDYt1RIxtWxkcVIumTVeKpA_nT6rmmlxozmTf39tn51-_789hN9LzAw.CvNQ',
    '{"type":"line","data":{"labels":["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],"datasets":[{"label":"Revenue","data":[42,45,51,49,58,63,61,70,76,81,88,97],"tension":0.35,"fill":true},{"label":"Target","data":[40,44,48,52,56,60,64,68,72,76,80,84],"borderDash":[6,4],"pointRadius":0},{"label":"Cost","data":[31,32,34,33,37,39,40,41,44,46,47,50],"tension":0.35}]},"width":800,"height":400,"options":{"plugins":{"title":{"display":true,"text":"Revenue, target and cost (thousand €)"}}}}',
  ],
  [
    '#v1.d1.q4ZaBo5mHaiqargV0ZDoAsdWLEQaYk80MHjRU320krJBaqJpqiVQg3KapbmxoRlME1DSUEfXSM80Vdc4tja2VgcRrMB0Do2_alC8gZI9NGuAYwwIAA.2jGQ',
    '{"type":"pie","data":{"labels":["Jan","Feb"],"datasets":[{"backgroundColor":["#0ea5e9","#f97316"],"data":[1,-2.5e-3]}]},"options":{"scales":{"y":{"stacked":true}}}}',
  ],
  ['#v1.d1.e797Py8XZwUDAA.G9b2', '\ufeff\r\n\tx\0'],
  // Every byte of the dictionary of d1, in its order: a change of any of them shows here.
  [
    '#v1.d1.G027o2l3qKZdAA.uoNR',
    '"backgroundColor": "borderColor": "#"yAxisID": "y1""stacked": true"ticks": {"format": {"style": "currency", "currency": "EUR"}' +
      '"borderDash": [6, 4], "pointRadius": 0"tension": 0.35, "fill": true"polarArea""radar""doughnut""pie""line""Q1", "Q2", "Q3", "Q4"' +
      '"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun""Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"' +
      '"scales": {\n      "y": {"beginAtZero": true}"legend": {"display": false},\n  "format": "png"\n  "options": {\n    "plugins": {\n' +
      '      "title": { "display": true, "text": "  },\n  "width": 800,\n  "height": 400,\n{\n  "type": "bar",\n  "data": {\n' +
      '    "labels": [],\n    "datasets": [\n      { "label": "", "data": [ },\n    ]\n  },\n',
  ],
];

/** An answer goes with the chart in them; this is the chart's text. */
export const errorLinks: readonly [hash: string, text: string][] = [
  [
    '#v1.e1.NVPBUoMwEP2VzJ7pULCOllv14qWjU7k1PaSwSpQChoAyTP7GP_HHfAGa2ya7m_fevh2ppyQKFpQ0Cjn9LpEq6fz3ayQJJzEO4p-sUNU7gI10YVvUUJFenl9TvDXKU6JQNTrsoxAGhSNxb_ir49Y-sUIMdMcjPdYVrGhXqecYkGqaUmfKSxx-tHDS6RTA0fnwMFg_000cUN6ZKWGPOEJsOGPdc76z083d9vZmvRz_2HYlqIz0qf2gSVXt9wQGK2f9Mmzi7TVIZ9ZpXYu9qgZxmPG2yC6umEe0tGZYqTeLNglF8ZrcjNELJomNqSFTIumgLItSX7QVUIs551xSIOcGO1-PNNQ79D8v_O6dc_8.4jxi',
    '{ "type": "bär" }\n',
  ],
  [
    '#v1.e1.LZNNC8IwDIb_S87V-YkoiKiIXrx5kyFlC1v3bdvNjbH_7tux3tKE8jR50lNDh6WYKKkfSBC3QSyLCAg95WzjEv2i--2FVCUdO3ko0HaeGG9zCo4tEpq_NRv7YAkXwfF-07UsIJ2dvdxvBMmqylQgXTO9xMAZ3xdwN-wunXXT26wEhbUeC56Il4g1B6waDs92vNntt-vFdFzS1Bmge0qVGykVbH-lTj-sNbZuwHMKYsCXA6lcRjwbqQ0Nwx8.xPmg',
    '{}',
  ],
];

const orders = {
  type: 'bar',
  data: { labels: ['Q1', 'Q2 & more', 'Ü'], datasets: [{ label: 'S', data: [1.5, null, -3000] }] },
  options: { plugins: { title: { display: true, text: 'It’s "50" %' } } },
};
const revenue = {
  type: 'line',
  data: { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Revenue', data: [12000, 15000, 18000] }] },
};

/** Path and query of picture URLs, and the chart that opens. */
export const imageUrls: readonly [path: string, chart: object][] = [
  // The documentation's own sample, its two names, its encodings.
  [
    '/api/v1/render?chart=eyJ0eXBlIjoibGluZSIsIndpZHRoIjo4MDAsImhlaWdodCI6NDAwLCJkYXRhIjp7ImxhYmVscyI6WyJKYW4iLCJGZWIiLCJNYXIiXSwiZGF0YXNldHMiOlt7ImxhYmVsIjoiUmV2ZW51ZSIsImRhdGEiOlsxMjAwMCwxNTAwMCwxODAwMF19XX19',
    { ...revenue, width: 800, height: 400 },
  ],
  ['/api/v1/render?c=eyJ0eXBlIjoiYmFyIiwieCI6Ij8_PiJ9', { type: 'bar', x: '??>' }],
  ['/api/v1/render?c=eyJ0eXBlIjoiYmFyIiwieCI6Ij8/PiJ9', { type: 'bar', x: '??>' }],
  ['/api/v1/render?chart=eyJ0eXBlIjoicGllIn0%3D', { type: 'pie' }],
  // Copied from the page: the chart as it stands, then the shortest form.
  [
    '/api/v1/render?chart=eyJ0eXBlIjoiYmFyIiwiZGF0YSI6eyJsYWJlbHMiOlsiUTEiLCJRMiAmIG1vcmUiLCLDnCJdLCJkYXRhc2V0cyI6W3sibGFiZWwiOiJTIiwiZGF0YSI6WzEuNSxudWxsLC0zMDAwXX1dfSwib3B0aW9ucyI6eyJwbHVnaW5zIjp7InRpdGxlIjp7ImRpc3BsYXkiOnRydWUsInRleHQiOiJJdOKAmXMgXCI1MFwiICUifX19LCJ3aWR0aCI6NjQwLCJmb3JtYXQiOiJzdmcifQ',
    { ...orders, width: 640, format: 'svg' },
  ],
  [
    '/api/v1/render?c=eyJ0eXBlIjoiYmFyIiwiZGF0YSI6eyJsYWJlbHMiOlsiUTEiLCJRMiAmIG1vcmUiLCLDnCJdLCJkYXRhc2V0cyI6W3sibGFiZWwiOiJTIiwiZGF0YSI6WzEuNSxudWxsLC0zZTNdfV19LCJvcHRpb25zIjp7InBsdWdpbnMiOnsidGl0bGUiOnsiZGlzcGxheSI6dHJ1ZSwidGV4dCI6Ikl04oCZcyBcIjUwXCIgJSJ9fX19&width=640&format=svg',
    { ...orders, width: 640, format: 'svg' },
  ],
  [
    '/api/v1/render?cht=pie&l=a,b%2C+c&d=1,2&t=Pie+%28half%29&scale=2',
    {
      type: 'pie',
      data: { labels: ['a', 'b, c'], datasets: [{ data: [1, 2] }] },
      options: { plugins: { title: { display: true, text: 'Pie (half)' } } },
      devicePixelRatio: 2,
    },
  ],
  [
    '/api/v1/render?type=bar&labels=Q1,Q2,Q3,Q4&data=534,590,648,771&width=640&height=320',
    {
      type: 'bar',
      data: { labels: ['Q1', 'Q2', 'Q3', 'Q4'], datasets: [{ data: [534, 590, 648, 771] }] },
      width: 640,
      height: 320,
    },
  ],
  // The other API: as copied from the page, in its shortest form, relaxed, in base64, with the options of Chart.js 2.
  [
    '/chart.js/4?c=%7B%22type%22%3A%22bar%22%2C%22data%22%3A%7B%22labels%22%3A%5B%22Q1%22%2C%22Q2%20%26%20more%22%2C%22%C3%9C%22%5D%2C%22datasets%22%3A%5B%7B%22label%22%3A%22S%22%2C%22data%22%3A%5B1.5%2Cnull%2C-3000%5D%7D%5D%7D%2C%22options%22%3A%7B%22plugins%22%3A%7B%22title%22%3A%7B%22display%22%3Atrue%2C%22text%22%3A%22It%E2%80%99s%20%5C%2250%5C%22%20%25%22%7D%7D%7D%7D&width=640&height=400',
    { ...orders, width: 640, height: 400 },
  ],
  [
    "/chart.js/4?c=%7Btype:'bar',data:%7Blabels:%5B'Q1','Q2+%26+more','%C3%9C'%5D,datasets:%5B%7Blabel:'S',data:%5B1.5,null,-3e3%5D%7D%5D%7D,options:%7Bplugins:%7Btitle:%7Bdisplay:true,text:'It%E2%80%99s+%2250%22+%25'%7D%7D%7D%7D&width=640&height=400",
    { ...orders, width: 640, height: 400 },
  ],
  [
    "/chart.js/4?chart={type:'line',data:{labels:['Jan','Feb','Mar'],datasets:[{label:'Revenue',data:[12000,15000,18000],}]}}&width=640&height=300",
    { ...revenue, width: 640, height: 300 },
  ],
  [
    '/chart.js/4?encoding=base64&c=eyJ0eXBlIjoibGluZSIsImRhdGEiOnsibGFiZWxzIjpbIkphbiIsIkZlYiIsIk1hciJdLCJkYXRhc2V0cyI6W3sibGFiZWwiOiJSZXZlbnVlIiwiZGF0YSI6WzEyMDAwLDE1MDAwLDE4MDAwXX1dfX0',
    { ...revenue, width: 500, height: 300 },
  ],
  [
    '/chart.js/2.8.0?bkg=white&c=%7Btype%3A%27horizontalBar%27%2Cdata%3A%7Blabels%3A%5B%27a%27%5D%2Cdatasets%3A%5B%7Bdata%3A%5B1%5D%7D%5D%7D%2Coptions%3A%7Btitle%3A%7Bdisplay%3Atrue%2Ctext%3A%27T%27%7D%7D%7D',
    {
      type: 'bar',
      data: { labels: ['a'], datasets: [{ data: [1] }] },
      options: { indexAxis: 'y', plugins: { title: { display: true, text: 'T' } } },
      width: 500,
      height: 300,
      backgroundColor: 'white',
    },
  ],
  // Other services of the kind.
  [
    "/chart?v=4&w=300&h=200&f=svg&c={type:'line',data:{labels:['Jan','Feb','Mar'],datasets:[{label:'Revenue',data:[12000,15000,18000]}]}}",
    { ...revenue, width: 300, height: 200, format: 'svg' },
  ],
];
