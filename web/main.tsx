document.title = 'Anteil';
