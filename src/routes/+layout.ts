// Every page is a file: any web server or CDN can serve any number of readers.
export const prerender = true;
