// Before the first paint: the theme (address, then an earlier choice, then the system), and whether a first visitor's hint is wanted.
(function () {
  var asked = new URLSearchParams(location.search).get('theme');
  var kept;
  var root = document.documentElement;
  try {
    kept = localStorage.getItem('atlas-theme');
    if (localStorage.getItem('atlas-visited')) root.dataset.visited = '';
  } catch (e) {
    kept = null;
  }
  var system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  var known = { light: 1, dark: 1 };
  root.dataset.theme = known[asked] ? asked : known[kept] ? kept : system;
})();
