document.getElementById("status").textContent = "The next batch comes out of the oven at six in the morning.";
