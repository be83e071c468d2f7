// Sets the theme before the first paint: address, then an earlier choice, then the system.
(function () {
  var asked = new URLSearchParams(location.search).get('theme');
  var kept;
  try {
    kept = localStorage.getItem('atlas-theme');
  } catch (e) {
    kept = null;
  }
  var system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  var known = { light: 1, dark: 1 };
  document.documentElement.dataset.theme = known[asked] ? asked : known[kept] ? kept : system;
})();
