<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Signwright</name>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>--model and --glossary are for texts: leave them out, nothing is translated here.</source>
            <translation>--model und --glossary sind für Texte: weglassen, hier wird nichts übersetzt.</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>--tier names a tier of an ELAN file: name the file with --tiers.</source>
            <translation>--tier nennt eine Zeile einer ELAN-Datei: die Datei mit --tiers nennen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>Give one of a text, --project and --tiers.</source>
            <translation>Entweder einen Text, --project oder --tiers angeben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>Nothing in the text can be signed with this dictionary: write some words in it.</source>
            <translation>Mit diesem Wörterbuch lässt sich nichts aus dem Text gebärden: Wörter schreiben, die darin vorkommen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>The dictionary has no signs of {name}: choose another with --dictionary.</source>
            <translation>Das Wörterbuch hat keine Gebärden der Sprache {name}: ein anderes wählen (--dictionary).</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>There is no text to sign: write it after speak, as in speak "Hello" -o hello.mp4.</source>
            <translation>Es gibt keinen Text zu gebärden: ihn nach speak schreiben, wie in speak "Hallo" -o hallo.mp4.</translation>
        </message>
        <message>
            <location filename="../../pipeline/asked.py" />
            <source>There is no translation from {language}: choose one of {known}.</source>
            <translation>Aus {language} wird nicht übersetzt: eine dieser Sprachen wählen: {known}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/batch.py" />
            <source>{len} of {len2} files could not be written: {names}; see above.</source>
            <translation>{len} von {len2} Dateien konnten nicht geschrieben werden: {names}; siehe oben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/body/model.py" />
            <source>The folder {path} holds no SMPLX_NEUTRAL.npz. {ADVICE}</source>
            <translation>Im Ordner {path} ist keine SMPLX_NEUTRAL.npz. {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/body/model.py" />
            <source>{path} is a pickle, which may run anything when it is opened. {ADVICE}</source>
            <translation>{path} ist ein Pickle, das beim Öffnen beliebige Befehle ausführen kann. {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/compose/nodes.py" />
            <source>{name} is not readable as YAML: save it as plain UTF-8 text.</source>
            <translation>{name} ist nicht als YAML lesbar: als reinen UTF-8-Text speichern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/compose/nodes.py" />
            <source>{name} refers to another place with *: write it out there.</source>
            <translation>{name} verweist mit * auf eine andere Stelle: dort ausschreiben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/compose/nodes.py" />
            <source>{name}, line {line}: this is not YAML ({problem}).</source>
            <translation>{name}, Zeile {line}: Das ist kein YAML ({problem}).</translation>
        </message>
        <message>
            <location filename="../../pipeline/compose/text_form.py" />
            <source>{name} is empty: write at least start: {{shape: 5}}.</source>
            <translation>{name} ist leer: mindestens start: {{shape: 5}} schreiben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/compose/text_form.py" />
            <source>{name}, line {line}: {problem}.</source>
            <translation>{name}, Zeile {line}: {problem}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A body has joints 0 to {COUNT}, not {joint}: turn another.</source>
            <translation>Ein Körper hat die Gelenke 0 bis {COUNT}, nicht {joint}: ein anderes drehen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A correction begins and ends within an hour of its sign: give it other times.</source>
            <translation>Eine Korrektur beginnt und endet innerhalb einer Stunde um ihre Gebärde: andere Zeiten angeben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A correction has no negative ease: make it 0 or more.</source>
            <translation>Eine Korrektur läuft nicht negativ ein oder aus: 0 oder mehr angeben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A correction lasts at least {BRIEFEST} s: make it longer.</source>
            <translation>Eine Korrektur dauert mindestens {BRIEFEST} s: sie verlängern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A hand is left or right, not {side}: choose one.</source>
            <translation>Eine Hand ist links oder rechts, nicht {side}: eine wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A handshape has a name and the turns of 15 joints: choose one from the list.</source>
            <translation>Eine Handform hat einen Namen und die Drehungen von 15 Gelenken: eine aus der Liste wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A turn is a unit quaternion of four numbers (w, x, y, z): give it length 1.</source>
            <translation>Eine Drehung ist ein Einheitsquaternion aus vier Zahlen (w, x, y, z): ihm die Länge 1 geben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/correction.py" />
            <source>A wrist is moved by at most {FARTHEST} m: move it less.</source>
            <translation>Ein Handgelenk wird höchstens um {FARTHEST} m verschoben: weniger verschieben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/correction/fields.py" />
            <source>{name} is no joint of a body.</source>
            <translation>{name} ist kein Gelenk eines Körpers.</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>Choose an .eaf file that ELAN can open.</source>
            <translation>Eine .eaf-Datei wählen, die ELAN öffnen kann.</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>{path} cannot be opened ({strerror}): choose another file.</source>
            <translation>{path} kann nicht geöffnet werden ({strerror}): eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>{path} declares entities, which ELAN's files never do: {ADVICE}</source>
            <translation>{path} deklariert Entitäten, was Dateien von ELAN nie tun: {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>{path} is XML, but no ELAN file: {ADVICE}</source>
            <translation>{path} ist XML, aber keine ELAN-Datei: {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>{path} is larger than 64 MB: {ADVICE}</source>
            <translation>{path} ist größer als 64 MB: {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/eaf.py" />
            <source>{path} is no readable XML ({problem}): {ADVICE}</source>
            <translation>{path} ist kein lesbares XML ({problem}): {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/from_eaf.py" />
            <source>There is no tier {name}: the file has {names}.</source>
            <translation>Eine Zeile {name} gibt es nicht: die Datei hat {names}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/exchange/from_eaf.py" />
            <source>Which tier holds the glosses? The file has {names}: name one of them.</source>
            <translation>Welche Zeile enthält die Glossen? Die Datei hat {names}: eine davon nennen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/footage.py" />
            <source>There is no film at {path}: it was moved or deleted.</source>
            <translation>Bei {path} ist kein Film: er wurde verschoben oder gelöscht.</translation>
        </message>
        <message>
            <location filename="../../pipeline/footage.py" />
            <source>{path} cannot be opened as a film ({reason}): choose another.</source>
            <translation>{path} lässt sich nicht als Film öffnen ({reason}): einen anderen wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/footage.py" />
            <source>{path} has no frames: choose another film.</source>
            <translation>{path} hat keine Bilder: einen anderen Film wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/footage.py" />
            <source>{path} has no picture in it: choose another film.</source>
            <translation>{path} enthält kein Bild: einen anderen Film wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/read.py" />
            <source>keypoints of Signwright (.npz), MediaPipe Holistic or OpenPose (.pose), COCO-WholeBody arrays (.pkl, .npz) or annotations (.json), OpenPose files or a folder of them (.json)</source>
            <translation>Keypoints von Signwright (.npz), MediaPipe Holistic oder OpenPose (.pose), COCO-WholeBody-Felder (.pkl, .npz) oder -Annotationen (.json), OpenPose-Dateien oder ein Ordner davon (.json)</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/read.py" />
            <source>{path} is JSON, but neither OpenPose's nor COCO-WholeBody's. Choose {KINDS}.</source>
            <translation>{path} ist JSON, aber weder von OpenPose noch von COCO-WholeBody. Zu wählen sind: {KINDS}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/read.py" />
            <source>{path} is empty. Choose {KINDS}.</source>
            <translation>{path} ist leer. Zu wählen sind: {KINDS}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/read.py" />
            <source>{path} is none of the files known. Choose {KINDS}.</source>
            <translation>{path} ist keine der bekannten Dateien. Zu wählen sind: {KINDS}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/readers/pose.py" />
            <source>Choose a capture made with MediaPipe Holistic or OpenPose.</source>
            <translation>Eine Aufnahme von MediaPipe Holistic oder OpenPose wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/readers/pose.py" />
            <source>{path} has no body or hands of MediaPipe or OpenPose, but {kinds}. {ADVICE}</source>
            <translation>{path} hat keinen Körper und keine Hände von MediaPipe oder OpenPose, sondern {kinds}. {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/readers/pose.py" />
            <source>{path} has nobody in it. {ADVICE}</source>
            <translation>In {path} ist niemand zu sehen. {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/readers/pose.py" />
            <source>{path} holds no frames of a signer. {ADVICE}</source>
            <translation>{path} enthält keine Bilder einer gebärdenden Person. {ADVICE}</translation>
        </message>
        <message>
            <location filename="../../pipeline/keypoints/readers/pose.py" />
            <source>{path} is not a readable .pose file ({error}): choose another.</source>
            <translation>{path} ist keine lesbare .pose-Datei ({error}): eine andere wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/amass.py" />
            <source>Choose an AMASS-style npz file of SMPL-X parameters.</source>
            <translation>Eine npz-Datei mit SMPL-X-Parametern in der Art von AMASS wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/files.py" />
            <source>The motion {path} cannot be read: {strerror}.</source>
            <translation>Die Bewegung {path} kann nicht gelesen werden: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/files.py" />
            <source>There is no file {path}: check its name.</source>
            <translation>Es gibt keine Datei {path}: den Namen prüfen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/files.py" />
            <source>This is not a motion of Signwright, or it is damaged ({error}).</source>
            <translation>Das ist keine Bewegung von Signwright, oder sie ist beschädigt ({error}).</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/files.py" />
            <source>{path} cannot be opened ({strerror}): check its permissions.</source>
            <translation>{path} kann nicht geöffnet werden ({strerror}): die Zugriffsrechte prüfen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/motion/files.py" />
            <source>{path} cannot be written: {strerror}. Choose another place.</source>
            <translation>{path} kann nicht geschrieben werden: {strerror}. Einen anderen Ort wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/npz.py" />
            <source>There is no file {path}. {advice}</source>
            <translation>Es gibt keine Datei {path}. {advice}</translation>
        </message>
        <message>
            <location filename="../../pipeline/npz.py" />
            <source>{path} is a folder, not a file. {advice}</source>
            <translation>{path} ist ein Ordner, keine Datei. {advice}</translation>
        </message>
        <message>
            <location filename="../../pipeline/npz.py" />
            <source>{path} is not a npz file, or only a part of one. {advice}</source>
            <translation>{path} ist keine npz-Datei oder nur ein Teil davon. {advice}</translation>
        </message>
        <message>
            <location filename="../../pipeline/npz.py" />
            <source>{path} may not be read: change its permissions. {advice}</source>
            <translation>{path} darf nicht gelesen werden: die Zugriffsrechte ändern. {advice}</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/avatar.py" />
            <source>The texture {path} cannot be read: restore it, or remove it to do without.</source>
            <translation>Die Textur {path} kann nicht gelesen werden: wiederherstellen, oder löschen, um ohne sie auszukommen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/background.py" />
            <source>There is no background {name}: choose {join}, a colour such as #00ff00, two such as #303848-#101418, or a picture file.</source>
            <translation>Einen Hintergrund {name} gibt es nicht: {join} wählen, eine Farbe wie #00ff00, zwei wie #303848-#101418 oder eine Bilddatei.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/camera.py" />
            <source>There is no camera {name}: choose {join}.</source>
            <translation>Eine Kamera {name} gibt es nicht: {join} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/encoder.py" />
            <source>The disk is full: free some space in {folder} or save the video elsewhere.</source>
            <translation>Der Datenträger ist voll: in {folder} Platz schaffen oder das Video anderswo speichern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/encoder.py" />
            <source>The video could not be written to {folder} ({strerror}): try another place.</source>
            <translation>Das Video konnte nicht nach {folder} geschrieben werden ({strerror}): einen anderen Ort versuchen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/encoder.py" />
            <source>The video may not be written to {folder}: choose a folder that you may write to.</source>
            <translation>Das Video darf nicht nach {folder} geschrieben werden: einen Ordner wählen, in den geschrieben werden darf.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/encoder.py" />
            <source>There is no folder {folder}: create it or save the video elsewhere.</source>
            <translation>Den Ordner {folder} gibt es nicht: ihn anlegen oder das Video anderswo speichern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/film.py" />
            <source>A pixel cannot have {samples} samples: choose 0, 2, 4 or 8.</source>
            <translation>Ein Pixel kann nicht {samples} Abtastungen haben: 0, 2, 4 oder 8 wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/film.py" />
            <source>A video cannot be {pixels} pixels {name}, as {title} stores colours for pairs of pixels: choose an even number such as {pixels4}.</source>
            <translation>Ein Video kann nicht {pixels} Pixel {name} sein, denn {title} speichert Farben für Pixelpaare: eine gerade Zahl wählen, etwa {pixels4}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/film.py" />
            <source>A video cannot be {pixels} pixels {name}: choose from {SMALLEST} to {LARGEST}.</source>
            <translation>Ein Video kann nicht {pixels} Pixel {name} sein: {SMALLEST} bis {LARGEST} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/film.py" />
            <source>A video cannot have {fps} frames per second: choose from 1 to {FASTEST}.</source>
            <translation>Ein Video kann nicht {fps} Bilder pro Sekunde haben: 1 bis {FASTEST} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/film.py" />
            <source>There is no quality {quality}: choose from 0 (best) to 51 (worst).</source>
            <translation>Eine Qualität {quality} gibt es nicht: 0 (beste) bis 51 (schlechteste) wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/formats.py" />
            <source>There is no format {name}: choose one of {join}.</source>
            <translation>Ein Format {name} gibt es nicht: eines von {join} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/formats.py" />
            <source>{name} does not say what to write: end the name with one of {join}.</source>
            <translation>{name} sagt nicht, was zu schreiben ist: den Namen mit einem von {join} enden lassen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/formats.py" />
            <source>{title} is written to {suffix} files: end the name with that.</source>
            <translation>{title} wird in {suffix}-Dateien geschrieben: den Namen so enden lassen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/gl.py" />
            <source>The OpenGL library is missing, which drawing needs: install it with `apt-get install libgl1 libegl1` (Debian, Ubuntu).</source>
            <translation>Die OpenGL-Bibliothek fehlt, die zum Zeichnen nötig ist: mit `apt-get install libgl1 libegl1` installieren (Debian, Ubuntu).</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/lights.py" />
            <source>There are no lights {name}: choose {join}.</source>
            <translation>Ein Licht {name} gibt es nicht: {join} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/look.py" />
            <source>There is no {what} {name}: choose {join} or a colour such as #805030.</source>
            <translation>{what} {name} gibt es nicht: {join} wählen oder eine Farbe wie #805030.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/picture.py" />
            <source>There is no picture at {path}: choose another file.</source>
            <translation>Bei {path} ist kein Bild: eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/picture.py" />
            <source>{path} cannot be read as a picture: choose a PNG or JPEG file.</source>
            <translation>{path} ist nicht als Bild lesbar: eine PNG- oder JPEG-Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/video.py" />
            <source>The folder {path} is not empty: choose a new one for the pictures.</source>
            <translation>Der Ordner {path} ist nicht leer: einen neuen für die Bilder wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/video.py" />
            <source>{path} is a file, and PNG pictures need a folder: choose another name.</source>
            <translation>{path} ist eine Datei, PNG-Bilder brauchen einen Ordner: einen anderen Namen wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/video.py" />
            <source>{path} is a folder: add a file name such as signing{suffix}.</source>
            <translation>{path} ist ein Ordner: einen Dateinamen anfügen, etwa signing{suffix}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/render/video.py" />
            <source>{title} cannot be transparent: choose another background, or write a .webm, .mov, .gif or .png.</source>
            <translation>{title} kann nicht durchsichtig sein: einen anderen Hintergrund wählen oder .webm, .mov, .gif oder .png schreiben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/sentence_lists.py" />
            <source>{path} cannot be read ({strerror}): choose another file.</source>
            <translation>{path} kann nicht gelesen werden ({strerror}): eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/sentence_lists.py" />
            <source>{path} has no column “text”: name the columns in its first row ({join}).</source>
            <translation>{path} hat keine Spalte „text“: die Spalten in der ersten Zeile benennen ({join}).</translation>
        </message>
        <message>
            <location filename="../../pipeline/sentence_lists.py" />
            <source>{path} holds no sentence: write one a line.</source>
            <translation>{path} enthält keinen Satz: je Zeile einen schreiben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/sentence_lists.py" />
            <source>{path} is no CSV table ({problem}): save it again from your spreadsheet.</source>
            <translation>{path} ist keine CSV-Tabelle ({problem}): aus der Tabellenkalkulation neu speichern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/sentence_lists.py" />
            <source>{path} is not in UTF-8: save it as UTF-8 text.</source>
            <translation>{path} ist nicht in UTF-8: als UTF-8-Text speichern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>The dictionary {path} cannot be opened ({problem}): choose another file.</source>
            <translation>Das Wörterbuch {path} kann nicht geöffnet werden ({problem}): eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>The dictionary {path} cannot be {verb} ({reason}): get it again or choose another.</source>
            <translation>Das Wörterbuch {path} kann nicht {verb} werden ({reason}): neu beschaffen oder ein anderes wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>The dictionary {path} is cut short: get it again.</source>
            <translation>Das Wörterbuch {path} ist unvollständig: neu beschaffen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>There is no dictionary at {path}: choose another file.</source>
            <translation>Bei {path} ist kein Wörterbuch: eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>{path} cannot be made ({strerror}): choose another place.</source>
            <translation>{path} kann nicht angelegt werden ({strerror}): einen anderen Ort wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/database.py" />
            <source>{path} is not a dictionary of signs: choose another file.</source>
            <translation>{path} ist kein Gebärdenwörterbuch: eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/decisions.py" />
            <source>The decisions in {path} cannot be {verb} ({reason}): free the file, or put a backup in its place.</source>
            <translation>Die Entscheidungen in {path} können nicht {verb} werden ({reason}): die Datei freigeben oder eine Sicherung an ihre Stelle legen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/draft.py" />
            <source>A sign needs a gloss and a sign language: give both.</source>
            <translation>Eine Gebärde braucht eine Glosse und eine Gebärdensprache: beide angeben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/draft.py" />
            <source>A sign's texts hold characters that are not Unicode: correct them.</source>
            <translation>Die Texte einer Gebärde enthalten Zeichen, die kein Unicode sind: berichtigen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/draft.py" />
            <source>The scores of {gloss} are not all between 0 and 1: correct them.</source>
            <translation>Die Bewertungen von {gloss} liegen nicht alle zwischen 0 und 1: berichtigen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/draft.py" />
            <source>{gloss} would go from {onset} s to {offset} s of a motion of {seconds} s: choose a start and an end inside it.</source>
            <translation>{gloss} ginge von {onset} s bis {offset} s einer Bewegung von {seconds} s: Anfang und Ende darin wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/header.py" />
            <source>{path} was made by a newer version of Signwright ({version}, this one reads up to {newest}): update Signwright.</source>
            <translation>{path} stammt von einer neueren Version von Signwright ({version}; diese liest bis {newest}): Signwright aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/migrations.py" />
            <source>The dictionary {path} is of an earlier version and cannot be upgraded ({problem}): copy it to a folder that you may write to, or get it again.</source>
            <translation>Das Wörterbuch {path} ist von einer früheren Version und kann nicht umgestellt werden ({problem}): in einen beschreibbaren Ordner kopieren oder neu beschaffen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/schema.py" />
            <source>Entry {id} of the dictionary is damaged: get the dictionary again.</source>
            <translation>Eintrag {id} des Wörterbuchs ist beschädigt: das Wörterbuch neu beschaffen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/store.py" />
            <source>The motion of {gloss} in {path} is damaged: get the dictionary again.</source>
            <translation>Die Bewegung von {gloss} in {path} ist beschädigt: das Wörterbuch neu beschaffen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/signs/store.py" />
            <source>{gloss} with this motion is in {name} already: give it another variant.</source>
            <translation>{gloss} ist mit dieser Bewegung schon in {name}: eine andere Variante angeben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/speak.py" />
            <source>The model translates {join}, not {language}: leave --language out.</source>
            <translation>Das Modell übersetzt {join}, nicht {language}: --language weglassen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/speak.py" />
            <source>{name} does not say what to write: end the name with one of {known}.</source>
            <translation>{name} sagt nicht, was zu schreiben ist: den Namen mit einem von {known} enden lassen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>An entry of the glossary needs words: type what the text says.</source>
            <translation>Ein Eintrag des Glossars braucht Wörter: eingeben, was im Text steht.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>Entry {number} of the glossary needs text, glosses, language and sign_language: complete it.</source>
            <translation>Eintrag {number} des Glossars braucht text, glosses, language und sign_language: ergänzen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>The entries of the glossary are no list: begin each with a line [[entry]].</source>
            <translation>Die Einträge des Glossars sind keine Liste: jeden mit einer Zeile [[entry]] beginnen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>The glossary is not readable ({problem}): correct it or choose another file.</source>
            <translation>Das Glossar ist nicht lesbar ({problem}): berichtigen oder eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>The glossary was made by another version of Signwright: update it.</source>
            <translation>Das Glossar stammt von einer anderen Version von Signwright: Signwright aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>The glossary {path} cannot be read ({strerror}): check the file.</source>
            <translation>Das Glossar {path} kann nicht gelesen werden ({strerror}): die Datei prüfen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>This is not a glossary of Signwright: choose a file that was exported as one.</source>
            <translation>Das ist kein Glossar von Signwright: eine Datei wählen, die als solches exportiert wurde.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/glossary.py" />
            <source>{path} is not a text file: choose a glossary.</source>
            <translation>{path} ist keine Textdatei: ein Glossar wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/models.py" />
            <source>The model {name} has no quick part: it runs in a process of its own.</source>
            <translation>Das Modell {name} hat keinen schnellen Teil: es läuft in einem eigenen Prozess.</translation>
        </message>
        <message>
            <location filename="../../pipeline/text/models.py" />
            <source>{folder} is no trained translator: choose a folder with a {CARD} that training wrote.</source>
            <translation>{folder} ist kein trainierter Übersetzer: einen Ordner mit einer {CARD} wählen, die das Training geschrieben hat.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/copying.py" />
            <source>Those glosses are not there any more: select others.</source>
            <translation>Diese Glossen sind nicht mehr da: andere auswählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/copying.py" />
            <source>What was copied is in another sign language: paste it into a project of that language.</source>
            <translation>Das Kopierte ist in einer anderen Gebärdensprache: in ein Projekt dieser Sprache einfügen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/correcting.py" />
            <source>There is no such correction any more: choose another.</source>
            <translation>Diese Korrektur gibt es nicht mehr: eine andere wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/edits.py" />
            <source>The sentence is not in the text any more: translate it anew.</source>
            <translation>Der Satz steht nicht mehr im Text: neu übersetzen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/edits.py" />
            <source>There is no clip {clip}: choose one from 0 to {len}.</source>
            <translation>Einen Clip {clip} gibt es nicht: 0 bis {len} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/edits.py" />
            <source>There is no gloss {position}: choose one from 0 to {len}.</source>
            <translation>Eine Glosse {position} gibt es nicht: 0 bis {len} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/fields.py" />
            <source>it is nested too deeply</source>
            <translation>zu tief verschachtelt</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/fields.py" />
            <source>it is no JSON: {problem}</source>
            <translation>kein JSON: {problem}</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/fields.py" />
            <source>{name} is not a number</source>
            <translation>{name} ist keine Zahl</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/fields.py" />
            <source>{path} is missing</source>
            <translation>{path} fehlt</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/fields.py" />
            <source>{where} is not an object</source>
            <translation>{where} ist kein Objekt</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/gloss_fields.py" />
            <source>a gloss has no {name} {text}</source>
            <translation>eine Glosse hat kein {name} {text}</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/manner.py" />
            <source>Between 1 and 8 letters can be spelled in a second: choose one of these rates.</source>
            <translation>In einer Sekunde lassen sich 1 bis 8 Buchstaben fingern: eines dieser Tempos wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/manner.py" />
            <source>The evenness of a sentence lies between 0 and 1.</source>
            <translation>Die Gleichmäßigkeit eines Satzes liegt zwischen 0 und 1.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/manner.py" />
            <source>The {name} of a sentence lie between {least} and {FASTEST} times.</source>
            <translation>{name} eines Satzes liegt zwischen dem {least}- und dem {FASTEST}-Fachen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/manner.py" />
            <source>There is no manner {name}: choose one of {join}.</source>
            <translation>Einen Redefluss {name} gibt es nicht: eines von {join} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/markers.py" />
            <source>A mouthing has 1 to 80 letters, words apart by one space: write it so.</source>
            <translation>Ein Mundbild hat 1 bis 80 Buchstaben, Wörter durch ein Leerzeichen getrennt: so schreiben.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/markers.py" />
            <source>A non-manual marker has a strength from 0 to 1 and no negative ease.</source>
            <translation>Ein nichtmanueller Marker hat eine Stärke von 0 bis 1 und läuft nicht negativ ein oder aus.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/markers.py" />
            <source>A non-manual marker lasts at least {BRIEFEST} s: make it longer.</source>
            <translation>Ein nichtmanueller Marker dauert mindestens {BRIEFEST} s: ihn verlängern.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/markers.py" />
            <source>There is no such non-manual marker any more: choose another.</source>
            <translation>Diesen nichtmanuellen Marker gibt es nicht mehr: einen anderen wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/markers.py" />
            <source>{channel} cannot do {action}: choose one of {known}.</source>
            <translation>{channel} kann {action} nicht: eines von {known} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>The project was made by a newer version of Signwright ({version}): update it.</source>
            <translation>Das Projekt stammt von einer neueren Version von Signwright ({version}): Signwright aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>The project {path} cannot be read ({strerror}): choose another.</source>
            <translation>Das Projekt {path} kann nicht gelesen werden ({strerror}): ein anderes wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>This is not a project of Signwright, or it is damaged: {problem}.</source>
            <translation>Das ist kein Projekt von Signwright, oder es ist beschädigt: {problem}.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>format is another one</source>
            <translation>das Format ist ein anderes</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>the clips are not in the order of the glosses</source>
            <translation>die Clips stehen nicht in der Reihenfolge der Glossen</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/project.py" />
            <source>{path} is not a project of Signwright: choose another file.</source>
            <translation>{path} ist kein Projekt von Signwright: eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/timeline.py" />
            <source>There is no clip {index}: choose one from 0 to {clips}.</source>
            <translation>Einen Clip {index} gibt es nicht: 0 bis {clips} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/timeline.py" />
            <source>There is no transition {index}: choose one from 0 to {clips}.</source>
            <translation>Einen Übergang {index} gibt es nicht: 0 bis {clips} wählen.</translation>
        </message>
        <message>
            <location filename="../../pipeline/timeline/timeline_fields.py" />
            <source>a clip has no mood {text}</source>
            <translation>ein Clip hat keinen Modus {text}</translation>
        </message>
        <message>
            <location filename="../../studio/app.py" />
            <source>Something went wrong</source>
            <translation>Etwas ist schiefgegangen</translation>
        </message>
        <message>
            <location filename="../../studio/app.py" />
            <source>Something went wrong ({problem}); your work is safe. Details are in studio.log.</source>
            <translation>Etwas ist schiefgegangen ({problem}); die Arbeit ist sicher. Einzelheiten stehen in studio.log.</translation>
        </message>
        <message>
            <location filename="../../studio/app.py" />
            <source>Your work is safe. Save it, and send the details to those who make Signwright.</source>
            <translation>Die Arbeit ist sicher. Am besten speichern und die Einzelheiten an die Entwickler von Signwright schicken.</translation>
        </message>
        <message>
            <location filename="../../studio/appearance.py" />
            <source>Everything is shown at {percent} % from the next start on.</source>
            <translation>Ab dem nächsten Start wird alles mit {percent} % angezeigt.</translation>
        </message>
        <message>
            <location filename="../../studio/appearance.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../studio/appearance.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../../studio/appearance.py" />
            <source>The chosen language is spoken from the next start on.</source>
            <translation>Die gewählte Sprache gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../studio/appearance.py" />
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <location filename="../../studio/bodies.py" />
            <source>Your model ({stem})</source>
            <translation>Eigenes Modell ({stem})</translation>
        </message>
        <message>
            <location filename="../../studio/bodies.py" />
            <source>Your own SMPL-X model is not set up: choose it with File › Choose SMPL-X Model.</source>
            <translation>Das eigene SMPL-X-Modell ist nicht eingerichtet: mit Datei › SMPL-X-Modell wählen angeben.</translation>
        </message>
        <message>
            <location filename="../../studio/choosing.py" />
            <source>Instead of {gloss}</source>
            <translation>Statt {gloss}</translation>
        </message>
        <message>
            <location filename="../../studio/choosing.py" />
            <source>Type Another Gloss…</source>
            <translation>Andere Glosse eingeben…</translation>
        </message>
        <message>
            <location filename="../../studio/choosing.py" />
            <source>Ways to Sign the Sentence</source>
            <translation>Arten, den Satz zu gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Choose Dictionary</source>
            <translation>Wörterbuch wählen</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Choose SMPL-X Model</source>
            <translation>SMPL-X-Modell wählen</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Curator's Name</source>
            <translation>Name der prüfenden Person</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Decisions about signs are signed:</source>
            <translation>Entscheidungen über Gebärden werden unterschrieben mit:</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Open Recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Signs come from the starter dictionary</source>
            <translation>Die Gebärden kommen aus dem Startwörterbuch</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>Signs come from {file}</source>
            <translation>Die Gebärden kommen aus {file}</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>This dictionary cannot be used</source>
            <translation>Dieses Wörterbuch ist nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../studio/commands.py" />
            <source>This model cannot be used</source>
            <translation>Dieses Modell ist nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../studio/comparing.py" />
            <source>There is nothing to compare: the list has fewer than two signs</source>
            <translation>Nichts zu vergleichen: die Liste hat weniger als zwei Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/composing.py" />
            <source>Save {gloss}</source>
            <translation>{gloss} speichern</translation>
        </message>
        <message>
            <location filename="../../studio/composing.py" />
            <source>differs in {parameter}</source>
            <translation>Unterschied: {parameter}</translation>
        </message>
        <message>
            <location filename="../../studio/composing.py" />
            <source>{gloss} is in {file}</source>
            <translation>{gloss} steht in {file}</translation>
        </message>
        <message>
            <location filename="../../studio/composing.py" />
            <source>“{gloss}” is not described: choose another sign.</source>
            <translation>„{gloss}“ hat keine Beschreibung: eine andere Gebärde wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/composing.py" />
            <source>“{gloss}” is not in the dictionary: choose another sign.</source>
            <translation>„{gloss}“ steht nicht im Wörterbuch: eine andere Gebärde wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/copying.py" />
            <source>Duplicate</source>
            <translation>Duplizieren</translation>
        </message>
        <message>
            <location filename="../../studio/copying.py" />
            <source>Nothing is signed there: move the playhead to an earlier moment.</source>
            <translation>Dort wird nichts gebärdet: die Abspielmarke weiter nach vorn setzen.</translation>
        </message>
        <message>
            <location filename="../../studio/copying.py" />
            <source>Nothing was copied from a timeline: select signs and copy them first.</source>
            <translation>Es wurde nichts aus einer Zeitleiste kopiert: zuerst Gebärden auswählen und kopieren.</translation>
        </message>
        <message>
            <location filename="../../studio/copying.py" />
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/copying.py" />
            <source>Paste Marker</source>
            <translation>Markierung einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/correcting.py" />
            <source> · as far as it goes, Alt for further</source>
            <translation> · weiter geht es nicht, mit Alt doch</translation>
        </message>
        <message>
            <location filename="../../studio/correcting.py" />
            <source>Add Correction</source>
            <translation>Korrektur hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/correcting.py" />
            <source>Move {part}</source>
            <translation>{part} verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/correcting.py" />
            <source>Reset {part}</source>
            <translation>{part} zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../studio/correcting.py" />
            <source>Turn {part}</source>
            <translation>{part} drehen</translation>
        </message>
        <message>
            <location filename="../../studio/curating.py" />
            <source>Every sign of this list is decided about</source>
            <translation>Über jede Gebärde dieser Liste ist entschieden</translation>
        </message>
        <message>
            <location filename="../../studio/curating.py" />
            <source>This dictionary is opened without decisions: open it again.</source>
            <translation>Dieses Wörterbuch ist ohne Entscheidungen geöffnet: noch einmal öffnen.</translation>
        </message>
        <message>
            <location filename="../../studio/curating.py" />
            <source>{title}: decided by {curator}</source>
            <translation>{title}: entschieden von {curator}</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>1 gloss</source>
            <translation>1 Glosse</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>Score {score}</source>
            <translation>Bewertung {score}</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>Select a gloss to see the signs it can be performed with.</source>
            <translation>Eine Glosse auswählen, um die Gebärden dafür zu sehen.</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>This gloss is not performed.</source>
            <translation>Diese Glosse wird nicht gebärdet.</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>no sign</source>
            <translation>keine Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>no sign for {letters}</source>
            <translation>keine Gebärde für {letters}</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>no signs for these words: choose a dictionary of {name} under File</source>
            <translation>keine Gebärden für diese Wörter: unter Datei ein Wörterbuch für {name} wählen</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>spelled · {count}</source>
            <translation>buchstabiert · {count}</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>{count} composed from description</source>
            <translation>{count} aus Beschreibung erzeugt</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>{count} glosses</source>
            <translation>{count} Glossen</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>{count} not signed as written</source>
            <translation>{count} nicht wie geschrieben gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>{count} variants</source>
            <translation>{count} Varianten</translation>
        </message>
        <message>
            <location filename="../../studio/describe.py" />
            <source>{sure} on the whole</source>
            <translation>insgesamt {sure}</translation>
        </message>
        <message>
            <location filename="../../studio/document.py" />
            <source>Untitled</source>
            <translation>Unbenannt</translation>
        </message>
        <message>
            <location filename="../../studio/draft.py" />
            <source>Change Languages</source>
            <translation>Sprachen ändern</translation>
        </message>
        <message>
            <location filename="../../studio/draft.py" />
            <source>Translate</source>
            <translation>Übersetzen</translation>
        </message>
        <message>
            <location filename="../../studio/draft.py" />
            <source>Translate Again</source>
            <translation>Noch einmal übersetzen</translation>
        </message>
        <message>
            <location filename="../../studio/draft.py" />
            <source>Typing</source>
            <translation>Texteingabe</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>Drop a project (.signwright), a text (.txt), a table of sentences (.csv), an ELAN file (.eaf), a motion (.npz), keypoints (.pose) or a dictionary (.sqlite).</source>
            <translation>Ein Projekt (.signwright), einen Text (.txt), eine Tabelle mit Sätzen (.csv), eine ELAN-Datei (.eaf), eine Bewegung (.npz), Schlüsselpunkte (.pose) oder ein Wörterbuch (.sqlite) hierher ziehen.</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>One file at a time</source>
            <translation>Nur eine Datei auf einmal</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>Only the first {count} characters of {file} were taken.</source>
            <translation>Nur die ersten {count} Zeichen von {file} wurden übernommen.</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>Save it as plain text in UTF-8, and drop it again.</source>
            <translation>Als reinen Text in UTF-8 speichern und noch einmal hierher ziehen.</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>“{file}” cannot be opened</source>
            <translation>„{file}“ lässt sich nicht öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/drops.py" />
            <source>“{file}” cannot be read</source>
            <translation>„{file}“ ist nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Change Dictionary</source>
            <translation>Wörterbuch wechseln</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Change Manner</source>
            <translation>Gebärdenweise ändern</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Change Signer</source>
            <translation>Avatar wechseln</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Change Transition</source>
            <translation>Übergang ändern</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Delete {count} Signs</source>
            <translation>{count} Gebärden löschen</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Delete {name}</source>
            <translation>{name} löschen</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Edit {name}</source>
            <translation>{name} bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Insert {gloss}</source>
            <translation>{gloss} einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Insert {name}</source>
            <translation>{name} einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Move {name}</source>
            <translation>{name} verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Sign the Sentence Differently</source>
            <translation>Satz anders gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Translate Anew</source>
            <translation>Neu übersetzen</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Use Another {gloss}</source>
            <translation>Anderes {gloss} verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Use Proposed Transition</source>
            <translation>Vorgeschlagenen Übergang verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Use {gloss}</source>
            <translation>{gloss} verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/editor.py" />
            <source>Use {gloss} ({variant})</source>
            <translation>{gloss} ({variant}) verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/evidence.py" />
            <source>Confidence: {sure}</source>
            <translation>Sicherheit: {sure}</translation>
        </message>
        <message>
            <location filename="../../studio/evidence.py" />
            <source>From “{text}”</source>
            <translation>Aus „{text}“</translation>
        </message>
        <message>
            <location filename="../../studio/evidence.py" />
            <source>Or: {named}{more} (right-click)</source>
            <translation>Oder: {named}{more} (Rechtsklick)</translation>
        </message>
        <message>
            <location filename="../../studio/evidence.py" />
            <source>as translated</source>
            <translation>wie übersetzt</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>1080 × 1080  square</source>
            <translation>1080 × 1080  quadratisch</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>1080 × 1920  portrait</source>
            <translation>1080 × 1920  Hochformat</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>1280 × 720  HD</source>
            <translation>1280 × 720  HD</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>1920 × 1080  Full HD</source>
            <translation>1920 × 1080  Full HD</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>3D file</source>
            <translation>3D-Datei</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Avatar for Blender and three.js, GLB</source>
            <translation>Avatar für Blender und three.js, GLB</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>ELAN file</source>
            <translation>ELAN-Datei</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>ELAN tiers, EAF</source>
            <translation>ELAN-Zeilen, EAF</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Front</source>
            <translation>Vorn</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Hands</source>
            <translation>Hände</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Keypoints as MediaPipe sees them, .pose</source>
            <translation>Schlüsselpunkte wie von MediaPipe, .pose</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>SMPL-X parameters, npz</source>
            <translation>SMPL-X-Parameter, npz</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Side</source>
            <translation>Seite</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Skeleton, BVH</source>
            <translation>Skelett, BVH</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Studio (dark)</source>
            <translation>Studio (dunkel)</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Subtitles, SRT</source>
            <translation>Untertitel, SRT</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Subtitles, WebVTT</source>
            <translation>Untertitel, WebVTT</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Three-quarter</source>
            <translation>Halbprofil</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Transparent</source>
            <translation>Transparent</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>Whole Body</source>
            <translation>Ganzer Körper</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>folder of pictures</source>
            <translation>Ordner mit Bildern</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>keypoint file</source>
            <translation>Schlüsselpunkte</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>motion file</source>
            <translation>Bewegungsdatei</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>subtitle file</source>
            <translation>Untertitel</translation>
        </message>
        <message>
            <location filename="../../studio/exporting.py" />
            <source>video</source>
            <translation>Video</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>Export {name}</source>
            <translation>{name} exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>Exported {path}</source>
            <translation>Exportiert: {path}</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>It is being exported already: wait until that is done, or choose another name.</source>
            <translation>Dieser Export läuft schon: warten, bis er fertig ist, oder einen anderen Namen wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>The export was cancelled; nothing was written.</source>
            <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>There is nothing to export yet</source>
            <translation>Noch gibt es nichts zu exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>Type a sentence, then export it.</source>
            <translation>Einen Satz eingeben, dann exportieren.</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>{name} was not exported.</source>
            <translation>{name} wurde nicht exportiert.</translation>
        </message>
        <message>
            <location filename="../../studio/exports.py" />
            <source>“{file}” cannot be exported</source>
            <translation>„{file}“ lässt sich nicht exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>%d %b %H:%M</source>
            <translation>%d.%m. um %H:%M</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Open Project</source>
            <translation>Projekt öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Opened {file}</source>
            <translation>Geöffnet: {file}</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Recover</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Recover “{name}”?</source>
            <translation>„{name}“ wiederherstellen?</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Save Project As</source>
            <translation>Projekt speichern unter</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Saved {file}</source>
            <translation>Gespeichert: {file}</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>Some signs are not as they were saved</source>
            <translation>Manche Gebärden sind nicht wie gespeichert</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>The file</source>
            <translation>Die Datei</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>The studio ended without closing it; this is its state of {when}.</source>
            <translation>Das Studio endete, ohne es zu schließen; dies ist der Stand von {when}.</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>{problem} It is kept as {kept}.</source>
            <translation>{problem} Aufbewahrt als {kept}.</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>“{file}” cannot be saved</source>
            <translation>„{file}“ lässt sich nicht speichern</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>“{name}” cannot be recovered</source>
            <translation>„{name}“ lässt sich nicht wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../studio/files.py" />
            <source>… and {count} more</source>
            <translation>… und {count} weitere</translation>
        </message>
        <message>
            <location filename="../../studio/filling.py" />
            <source>Thumbnails of {name}</source>
            <translation>Vorschaubilder: {name}</translation>
        </message>
        <message>
            <location filename="../../studio/filling.py" />
            <source>the starter dictionary</source>
            <translation>das Startwörterbuch</translation>
        </message>
        <message>
            <location filename="../../studio/filling.py" />
            <source>{count} thumbnails are ready.</source>
            <translation>{count} Vorschaubilder sind fertig.</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Behind the Signer</source>
            <translation>Hinter dem Avatar</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Beside the Signer</source>
            <translation>Neben dem Avatar</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Change the Reference Video</source>
            <translation>Vergleichsvideo ändern</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Choose a Reference Video</source>
            <translation>Vergleichsvideo wählen</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Choose a Video…</source>
            <translation>Video wählen …</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Offset of the Reference Video</source>
            <translation>Versatz des Vergleichsvideos</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Offset…</source>
            <translation>Versatz …</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Reference Video</source>
            <translation>Vergleichsvideo</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Remove the Reference Video</source>
            <translation>Vergleichsvideo entfernen</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Remove the Video</source>
            <translation>Video entfernen</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Seconds into the video at which the sentence begins:</source>
            <translation>Sekunde des Videos, bei der der Satz beginnt:</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>The Video Begins Here</source>
            <translation>Das Video beginnt hier</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <location filename="../../studio/guiding.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <location filename="../../studio/hand_pictures.py" />
            <source>Draw the handshapes</source>
            <translation>Handformen zeichnen</translation>
        </message>
        <message>
            <location filename="../../studio/inspecting.py" />
            <source>Change Action</source>
            <translation>Aktion ändern</translation>
        </message>
        <message>
            <location filename="../../studio/inspecting.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="../../studio/interpreter.py" />
            <source>The rules translate instead. {problem}</source>
            <translation>Stattdessen übersetzen die Regeln. {problem}</translation>
        </message>
        <message>
            <location filename="../../studio/interpreter.py" />
            <source>The translator answered nonsense: {problem}</source>
            <translation>Der Übersetzer hat unverständlich geantwortet: {problem}</translation>
        </message>
        <message>
            <location filename="../../studio/keeping.py" />
            <source>{gloss} ({variant}) is in {file}</source>
            <translation>{gloss} ({variant}) steht in {file}</translation>
        </message>
        <message>
            <location filename="../../studio/keys.py" />
            <source>{keys} belongs to “{command}”: choose other keys, or give that command others first.</source>
            <translation>{keys} gehört zu „{command}“: andere Tasten wählen oder jenem Befehl zuerst andere geben.</translation>
        </message>
        <message>
            <location filename="../../studio/keys.py" />
            <source>{keys} is what one moves about with in every window: choose other keys.</source>
            <translation>Mit {keys} bewegt man sich in jedem Fenster: andere Tasten wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/language.py" />
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <location filename="../../studio/learning.py" />
            <source>“{text}” is signed {gloss} from now on</source>
            <translation>„{text}“ wird ab jetzt {gloss} gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/library.py" />
            <source>The starter dictionary takes its place.</source>
            <translation>Das Startwörterbuch tritt an seine Stelle.</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Another Colour…</source>
            <translation>Andere Farbe…</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>As It Is</source>
            <translation>Wie sie ist</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Background</source>
            <translation>Hintergrund</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Choose a Background</source>
            <translation>Hintergrund wählen</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Colour of the Edge</source>
            <translation>Farbe des Randes</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Colour of the Middle</source>
            <translation>Farbe der Mitte</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Ground</source>
            <translation>Boden</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Legible with the Skin</source>
            <translation>Gut sichtbar zur Haut</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Lights</source>
            <translation>Licht</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Look</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Picture…</source>
            <translation>Bild…</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Skin</source>
            <translation>Haut</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Top</source>
            <translation>Oberteil</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>Two Colours…</source>
            <translation>Zwei Farben…</translation>
        </message>
        <message>
            <location filename="../../studio/looks.py" />
            <source>With the Signer's Shadow</source>
            <translation>Mit dem Schatten des Avatars</translation>
        </message>
        <message>
            <location filename="../../studio/motions.py" />
            <source>Fit {file}</source>
            <translation>{file} anpassen</translation>
        </message>
        <message>
            <location filename="../../studio/motions.py" />
            <source>Import Motion</source>
            <translation>Bewegung importieren</translation>
        </message>
        <message>
            <location filename="../../studio/motions.py" />
            <source>Motions and keypoints (*.npz *.pose)</source>
            <translation>Bewegungen und Schlüsselpunkte (*.npz *.pose)</translation>
        </message>
        <message>
            <location filename="../../studio/motions.py" />
            <source>There is no signer in it that can be fitted: choose another file.</source>
            <translation>Es ist niemand darin, an den sich der Avatar anpassen ließe: eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/motions.py" />
            <source>“{file}” cannot be used</source>
            <translation>„{file}“ ist nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../studio/onions.py" />
            <source>Frames Between Them</source>
            <translation>Bilder dazwischen</translation>
        </message>
        <message>
            <location filename="../../studio/onions.py" />
            <source>Ghosts of the Onion Skin</source>
            <translation>Geister der Zwiebelhaut</translation>
        </message>
        <message>
            <location filename="../../studio/onions.py" />
            <source>On Each Side</source>
            <translation>Auf jeder Seite</translation>
        </message>
        <message>
            <location filename="../../studio/own_signs.py" />
            <source>{named} is in {file} already: give the new sign another variant.</source>
            <translation>{named} steht schon in {file}: der neuen Gebärde eine andere Variante geben.</translation>
        </message>
        <message>
            <location filename="../../studio/own_signs.py" />
            <source>{path} cannot be written ({strerror}): make room for it.</source>
            <translation>{path} lässt sich nicht schreiben ({strerror}): Platz dafür schaffen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/candidates.py" />
            <source>Candidates</source>
            <translation>Kandidaten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/candidates.py" />
            <source>Candidates for {gloss}, sign {number} of {count}</source>
            <translation>Kandidaten für {gloss}, Gebärde {number} von {count}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/candidates.py" />
            <source>No sign fits “{words}”.</source>
            <translation>Keine Gebärde passt zu „{words}“.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/candidates.py" />
            <source>Search the dictionary</source>
            <translation>Wörterbuch durchsuchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/candidates.py" />
            <source>Signs of the gloss</source>
            <translation>Gebärden der Glosse</translation>
        </message>
        <message>
            <location filename="../../studio/panels/chips.py" />
            <source>Gloss</source>
            <translation>Glosse</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>About the sign</source>
            <translation>Über die Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Approve</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Compare signs</source>
            <translation>Gebärden vergleichen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Four signs instead of two</source>
            <translation>Vier Gebärden statt zwei</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Moment</source>
            <translation>Zeitpunkt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Play or pause  (Space)</source>
            <translation>Abspielen oder anhalten  (Leertaste)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Recordings</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Represent</source>
            <translation>Zur Hauptgebärde machen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Sign to compare</source>
            <translation>Zu vergleichende Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>Use in this sentence</source>
            <translation>In diesem Satz verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>What the signs were captured from, beside them  (V)</source>
            <translation>Woraus die Gebärden aufgenommen wurden, daneben  (V)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compare.py" />
            <source>{score} of 100</source>
            <translation>{score} von 100</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/aim_page.py" />
            <source>As the signer sees it: right is the signer's right, out is away from the signer.</source>
            <translation>Aus der Sicht der gebärdenden Person: rechts ist deren rechts, vor ist von ihr weg.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/aim_page.py" />
            <source>The fingers point</source>
            <translation>Finger zeigen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/aim_page.py" />
            <source>The palm faces</source>
            <translation>Handfläche zeigt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/aim_page.py" />
            <source>Turn the Fingers</source>
            <translation>Finger drehen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/aim_page.py" />
            <source>Turn the Palm</source>
            <translation>Handfläche drehen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/bodymap.py" />
            <source>Places on the body</source>
            <translation>Stellen am Körper</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/dial.py" />
            <source>From in, towards the signer, to out, away from the signer</source>
            <translation>Von zurück, zum Körper hin, bis vor, vom Körper weg</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/dial.py" />
            <source>as before</source>
            <translation>wie zuvor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/dial.py" />
            <source>in</source>
            <translation>zurück</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/dial.py" />
            <source>out</source>
            <translation>vor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/dial.py" />
            <source>{title}: from in to out</source>
            <translation>{title}: von zurück bis vor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>Add to the Face</source>
            <translation>Mimik ergänzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>Change the {channel}</source>
            <translation>{channel} ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>Let the {channel} do something else at another time</source>
            <translation>{channel}: zu einer anderen Zeit etwas anderes</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>does</source>
            <translation>tut</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>from</source>
            <translation>von</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>spoken words</source>
            <translation>gesprochene Wörter</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>to</source>
            <translation>bis</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>{channel}: from</source>
            <translation>{channel}: von</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/face_page.py" />
            <source>{channel}: to</source>
            <translation>{channel}: bis</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/fields.py" />
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/fields.py" />
            <source>{title}: details</source>
            <translation>{title}: Einzelheiten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>A one-handed sign.</source>
            <translation>Eine einhändige Gebärde.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Battison's type 1: both hands move alike.</source>
            <translation>Typ 1 nach Battison: beide Hände bewegen sich gleich.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Battison's type 2: a base of the same handshape.</source>
            <translation>Typ 2 nach Battison: Basishand mit gleicher Handform.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Battison's type 3: a base of another handshape.</source>
            <translation>Typ 3 nach Battison: Basishand mit anderer Handform.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Change Hands</source>
            <translation>Hände ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Change Meeting</source>
            <translation>Berührung der Hände ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Edit the Other Hand</source>
            <translation>Andere Hand bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Fingers</source>
            <translation>Finger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>How far apart</source>
            <translation>Wie weit auseinander</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Leading</source>
            <translation>Führende</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Outside Battison's types: check that it is meant so.</source>
            <translation>Außerhalb von Battisons Typen: prüfen, ob es so gemeint ist.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Shape, Place, Palm and Movement then are those of the other hand</source>
            <translation>Form, Ort, Fläche und Bewegung gelten dann für die andere Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>The hands meet at this moment</source>
            <translation>Die Hände treffen sich in diesem Moment</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>The leading hand lies</source>
            <translation>Führende Hand liegt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>The other hand</source>
            <translation>Die andere Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>The part of the leading hand</source>
            <translation>Teil der führenden Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>The part of the other hand</source>
            <translation>Teil der anderen Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>What the other hand does</source>
            <translation>Was die andere Hand tut</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>Wrists</source>
            <translation>Gelenke</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>any part</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>back of the hand</source>
            <translation>Handrücken</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>crossed</source>
            <translation>gekreuzt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>holds still as a base</source>
            <translation>hält still als Basis</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>interlocked</source>
            <translation>verschränkt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>mirrors it in turn</source>
            <translation>spiegelt sie im Wechsel</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>mirrors the leading one</source>
            <translation>spiegelt die führende</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>moves in parallel</source>
            <translation>bewegt sich parallel</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>takes no part</source>
            <translation>nimmt nicht teil</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>the same</source>
            <translation>gleich</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/hands_page.py" />
            <source>where it is</source>
            <translation>wo sie ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>+ Fingers or wrist</source>
            <translation>+ Finger oder Handgelenk</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>How often</source>
            <translation>Wie oft</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>Let fingers or wrist move meanwhile</source>
            <translation>Finger oder Handgelenk dabei bewegen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>Make this movement earlier in the list</source>
            <translation>Diese Bewegung in der Liste nach oben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>Remove this movement of fingers or wrist</source>
            <translation>Diese Bewegung von Fingern oder Handgelenk entfernen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>The handshape that it changes to</source>
            <translation>Handform, zu der sie wechselt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>What fingers or wrist do</source>
            <translation>Was Finger oder Handgelenk tun</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>change to</source>
            <translation>wechseln zu</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>close the hand</source>
            <translation>Hand schließen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>freely</source>
            <translation>frei</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/local_list.py" />
            <source>open the hand</source>
            <translation>Hand öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Again</source>
            <translation>Wieder</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Depth</source>
            <translation>Tiefe</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Exactly</source>
            <translation>Genau</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Hold after</source>
            <translation>Danach</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Hold first</source>
            <translation>Zuvor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>How far an arc bulges or a swing goes</source>
            <translation>Wie weit ein Bogen oder ein Ausschlag reicht</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>How long the hands stay after it</source>
            <translation>Wie lange die Hände danach ruhen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>How long the hands stay before the first movement</source>
            <translation>Wie lange die Hände vor der ersten Bewegung ruhen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>How often all movements are made</source>
            <translation>Wie oft alle Bewegungen ausgeführt werden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>How often the movement is made</source>
            <translation>Wie oft die Bewegung ausgeführt wird</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Its end</source>
            <translation>Ende</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Repeat</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Rounds</source>
            <translation>Runden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Rounds of a circle</source>
            <translation>Runden eines Kreises</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Seconds that one repetition takes</source>
            <translation>Sekunden, die eine Wiederholung dauert</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Size in centimetres</source>
            <translation>Größe in Zentimetern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Swings</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Takes</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Tension</source>
            <translation>Spannung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>The hand slides along the skin</source>
            <translation>Die Hand gleitet über die Haut</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>The movement goes over into the next without a stop</source>
            <translation>Die Bewegung geht ohne Halt in die nächste über</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>The movement stops abruptly</source>
            <translation>Die Bewegung endet abrupt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>The next</source>
            <translation>Nächste</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Where a repetition begins</source>
            <translation>Wo eine Wiederholung beginnt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Whether swings or rounds grow</source>
            <translation>Ob Ausschläge oder Runden wachsen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>Whole sign</source>
            <translation>Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>as its size</source>
            <translation>wie die Größe</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>as usual</source>
            <translation>wie üblich</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>from its end</source>
            <translation>vom Ende aus</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>from its start</source>
            <translation>vom Anfang aus</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>is abrupt</source>
            <translation>abrupt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>joins on</source>
            <translation>schließt an</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>kept all the way</source>
            <translation>den ganzen Weg</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>no hold</source>
            <translation>kein Halt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>once</source>
            <translation>einmal</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/manner_fields.py" />
            <source>to and fro</source>
            <translation>hin und her</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Add a movement after this moment</source>
            <translation>Bewegung nach diesem Moment hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Leading hand</source>
            <translation>Führende Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Moments of the sign</source>
            <translation>Momente der Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Movement {number}</source>
            <translation>Bewegung {number}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Other hand</source>
            <translation>Andere Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Remove this movement</source>
            <translation>Diese Bewegung entfernen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>Start</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>The end of movement {number}</source>
            <translation>Das Ende von Bewegung {number}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/moment_bar.py" />
            <source>The start</source>
            <translation>Der Anfang</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>A place touched in passing</source>
            <translation>Stelle, die im Vorbeigehen berührt wird</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>A quarter later</source>
            <translation>Ein Viertel später</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Brushes</source>
            <translation>Streift</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Change Brushed Place</source>
            <translation>Gestreifte Stelle ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Change Movement</source>
            <translation>Bewegung ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Change Sign</source>
            <translation>Gebärde ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Direction</source>
            <translation>Richtung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Each movement above has a page of its own here; + adds one.</source>
            <translation>Jede Bewegung oben hat hier eine eigene Seite; + fügt eine hinzu.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>How large the path is</source>
            <translation>Wie groß der Weg ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>It bulges to</source>
            <translation>Wölbung nach</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>It leads to a place ({where}): see Place.</source>
            <translation>Führt zu einem Ort ({where}): siehe Ort.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Long side of the circle</source>
            <translation>Lange Seite des Kreises</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Move on Its Own</source>
            <translation>Eigene Bewegung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Otherwise it follows from what the hands do together</source>
            <translation>Sonst folgt sie aus dem, was die Hände gemeinsam tun</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>The first swing</source>
            <translation>Erster Ausschlag</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>The other hand moves on its own</source>
            <translation>Die andere Hand bewegt sich eigenständig</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>The stroke before</source>
            <translation>Strich davor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>Via</source>
            <translation>Über</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>another place in front</source>
            <translation>andere Stelle vor dem Körper</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/move_page.py" />
            <source>round</source>
            <translation>rund</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/page.py" />
            <source>This cannot be signed: {problem}.</source>
            <translation>Das lässt sich nicht gebärden: {problem}.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pages.py" />
            <source>Face</source>
            <translation>Mimik</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pages.py" />
            <source>Movement</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pages.py" />
            <source>Palm</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pages.py" />
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pages.py" />
            <source>Shape</source>
            <translation>Form</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Add Movement</source>
            <translation>Bewegung hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Redo in this panel</source>
            <translation>In diesem Bereich wiederholen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Remove Movement</source>
            <translation>Bewegung entfernen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Start from a sign…</source>
            <translation>Von einer Gebärde ausgehen…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Start from the sign with this gloss</source>
            <translation>Von der Gebärde mit dieser Glosse ausgehen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Start from {gloss}</source>
            <translation>Ausgehen von {gloss}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Type</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>Undo in this panel</source>
            <translation>In diesem Bereich rückgängig machen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>end</source>
            <translation>Ende</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>end of {number}</source>
            <translation>Ende von {number}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/panel.py" />
            <source>start</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pickers.py" />
            <source>Handshapes</source>
            <translation>Handformen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/pickers.py" />
            <source>Paths</source>
            <translation>Wege</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Along finger</source>
            <translation>Am Finger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>As Before</source>
            <translation>Wie zuvor</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Change Part of the Hand</source>
            <translation>Teil der Hand ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Change Place</source>
            <translation>Ort ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Half-way to</source>
            <translation>Halb zu</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Half-way to another place</source>
            <translation>Auf halbem Weg zu einer anderen Stelle</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>How far from the place</source>
            <translation>Wie weit von der Stelle</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>How high in the space in front</source>
            <translation>Wie hoch im Raum vor dem Körper</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Keep the Place</source>
            <translation>Ort beibehalten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Moved by</source>
            <translation>Versatz</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>On which side of the finger, hand or arm</source>
            <translation>Auf welcher Seite von Finger, Hand oder Arm</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>On which side of the place</source>
            <translation>Auf welcher Seite der Stelle</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Stay at the place where the hand was before this moment</source>
            <translation>An der Stelle bleiben, wo die Hand vorher war</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Surface</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>The part of the hand that is at the place</source>
            <translation>Teil der Hand, der an der Stelle ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>Where along a finger</source>
            <translation>Wo entlang eines Fingers</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>With</source>
            <translation>Mit</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>any side</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>anywhere</source>
            <translation>irgendwo</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>chest</source>
            <translation>Brust</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>its own</source>
            <translation>eigene</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>near</source>
            <translation>nah</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/place_page.py" />
            <source>no other</source>
            <translation>keine andere</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Gloss of the new sign</source>
            <translation>Glosse der neuen Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Keep the sign in your dictionary</source>
            <translation>Gebärde im eigenen Wörterbuch ablegen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Save Sign</source>
            <translation>Gebärde speichern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Saving…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Variant</source>
            <translation>Variante</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/save_bar.py" />
            <source>Variant of the new sign</source>
            <translation>Variante der neuen Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Find Signs</source>
            <translation>Gebärden suchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Minimal Pairs</source>
            <translation>Minimalpaare</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>No sign has this form.</source>
            <translation>Keine Gebärde hat diese Form.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Same handshape</source>
            <translation>Gleiche Handform</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Same location</source>
            <translation>Gleicher Ort</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Same movement</source>
            <translation>Gleiche Bewegung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Same movement of fingers and wrist</source>
            <translation>Gleiche Bewegung von Fingern und Handgelenk</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Same relation of the hands</source>
            <translation>Gleiches Verhältnis der Hände</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Signs found by form</source>
            <translation>Nach Form gefundene Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>Signs that differ from this one in exactly one of the parameters</source>
            <translation>Gebärden, die sich von dieser in genau einem Parameter unterscheiden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>{count} signs</source>
            <translation>{count} Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/search.py" />
            <source>{what} (there is none)</source>
            <translation>{what} (keine vorhanden)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>As Pictured</source>
            <translation>Wie abgebildet</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Change Handshape</source>
            <translation>Handform ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Fingers whose tips the thumb touches</source>
            <translation>Finger, deren Kuppen der Daumen berührt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Half-way to another handshape</source>
            <translation>Auf halbem Weg zu einer anderen Handform</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the fingers lie beside each other</source>
            <translation>Wie die Finger nebeneinander liegen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the index finger bends</source>
            <translation>Wie der Zeigefinger gebeugt ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the little finger bends</source>
            <translation>Wie der kleine Finger gebeugt ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the middle finger bends</source>
            <translation>Wie der Mittelfinger gebeugt ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the ring finger bends</source>
            <translation>Wie der Ringfinger gebeugt ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>How the stretched fingers bend</source>
            <translation>Wie die gestreckten Finger gebeugt sind</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Index</source>
            <translation>Zeige</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Keep the Handshape</source>
            <translation>Handform beibehalten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Keep the handshape that the hand had before this moment</source>
            <translation>Die Handform behalten, die die Hand vorher hatte</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Little</source>
            <translation>Klein</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Middle</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Plain Handshape</source>
            <translation>Schlichte Handform</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Ring</source>
            <translation>Ring</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Spread</source>
            <translation>Spreizung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Take away everything that differs from the picture</source>
            <translation>Alles zurücknehmen, was von der Abbildung abweicht</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Thumb</source>
            <translation>Daumen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Thumb meets</source>
            <translation>Daumen trifft</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>Where the thumb is</source>
            <translation>Wo der Daumen ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>as pictured</source>
            <translation>wie abgebildet</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>stretched out</source>
            <translation>abgespreizt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/shape_page.py" />
            <source>tucked in</source>
            <translation>eingeschlagen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/span_ends.py" />
            <source>{title}, a moment of the sign; type 35 for 35 % of it</source>
            <translation>{title}, ein Moment der Gebärde; 35 eingeben für 35 % davon</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/values.py" />
            <source>{title}: centimetres {way}</source>
            <translation>{title}: Zentimeter {way}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/compose/written.py" />
            <source>Description as text</source>
            <translation>Beschreibung als Text</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>Beyond what joints can do</source>
            <translation>Weiter, als Gelenke können</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>Change Correction</source>
            <translation>Korrektur ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>Ease in</source>
            <translation>Anlauf</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>Ease out</source>
            <translation>Auslauf</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>Let this correction turn joints past their limits, as Alt does in a drag</source>
            <translation>Diese Korrektur Gelenke über ihre Grenzen drehen lassen, wie Alt beim Ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>The joint goes no further here.</source>
            <translation>Weiter geht das Gelenk hier nicht.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/page.py" />
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Correct how the joint is turned, by numbers</source>
            <translation>Die Drehung des Gelenks durch Zahlen korrigieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Correct where the hand is, by numbers</source>
            <translation>Den Ort der Hand durch Zahlen korrigieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Corrections of the sign</source>
            <translation>Korrekturen der Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Corrections of {sign}:</source>
            <translation>Korrekturen von {sign}:</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Delete Correction</source>
            <translation>Korrektur löschen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Delete this correction</source>
            <translation>Diese Korrektur löschen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Hand that takes the handshape</source>
            <translation>Hand, die die Handform annimmt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Handshape of</source>
            <translation>Handform von</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Joint</source>
            <translation>Gelenk</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Joint to correct</source>
            <translation>Zu korrigierendes Gelenk</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Keep the corrected sign in your dictionary</source>
            <translation>Die korrigierte Gebärde im eigenen Wörterbuch ablegen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Leave Correction Out</source>
            <translation>Korrektur weglassen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Move the playhead into a sign, then click a joint of the avatar.</source>
            <translation>Die Abspielmarke in eine Gebärde setzen, dann ein Gelenk des Avatars anklicken.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Name of the new variant</source>
            <translation>Name der neuen Variante</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Reset Joint</source>
            <translation>Gelenk zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Save as New Variant</source>
            <translation>Als neue Variante speichern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Sign of the dictionary whose handshape to take</source>
            <translation>Gebärde des Wörterbuchs, deren Handform genommen wird</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Take away every correction of the chosen joint</source>
            <translation>Jede Korrektur des gewählten Gelenks zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Turn</source>
            <translation>Drehen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>Use Correction</source>
            <translation>Korrektur verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>or as in…</source>
            <translation>oder wie in…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/panel.py" />
            <source>{sign} is as in the dictionary. Click a joint, drag its rings, or drag a wrist's square.</source>
            <translation>{sign} ist wie im Wörterbuch. Ein Gelenk anklicken, an seinen Ringen oder am Quadrat eines Handgelenks ziehen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>both hands</source>
            <translation>beide Hände</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>collar</source>
            <translation>Schlüsselbein</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>elbow</source>
            <translation>Ellbogen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>hand</source>
            <translation>Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>index finger</source>
            <translation>Zeigefinger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>left hand</source>
            <translation>linke Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>left {part}</source>
            <translation>{part} links</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>little finger</source>
            <translation>kleiner Finger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>middle finger</source>
            <translation>Mittelfinger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>neck</source>
            <translation>Hals</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>pelvis</source>
            <translation>Becken</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>right hand</source>
            <translation>rechte Hand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>right {part}</source>
            <translation>{part} rechts</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>ring finger</source>
            <translation>Ringfinger</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>shoulder</source>
            <translation>Schulter</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>spine</source>
            <translation>Wirbelsäule</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>thumb</source>
            <translation>Daumen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>{part} moved {amount}</source>
            <translation>{part} um {amount} verschoben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>{part} shaped {amount}</source>
            <translation>{part} geformt: {amount}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/correct/words.py" />
            <source>{part} turned {amount}</source>
            <translation>{part} um {amount} gedreht</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>As captured: the whole sign again</source>
            <translation>Wie aufgenommen: wieder die ganze Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Compare large, side by side  (C)</source>
            <translation>Groß nebeneinander vergleichen  (C)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Flag</source>
            <translation>Vormerken</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Flag to be looked at again</source>
            <translation>Zum erneuten Ansehen vormerken</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>In</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>In and out points, tags and a note</source>
            <translation>Anfang und Ende, Schlagwörter und eine Notiz</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>In point in seconds</source>
            <translation>Anfang in Sekunden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Make this the gloss's sign</source>
            <translation>Zur Hauptgebärde der Glosse machen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Mirror</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Mirror, for a left-handed signer</source>
            <translation>Spiegeln, für linkshändiges Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Next undecided sign  (N)</source>
            <translation>Nächste unentschiedene Gebärde  (N)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Note on</source>
            <translation>Notiz zu</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Out</source>
            <translation>Ende</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Out point in seconds</source>
            <translation>Ende in Sekunden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Represent with</source>
            <translation>Hauptgebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Tag</source>
            <translation>Schlagwort</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Tags, separated by commas</source>
            <translation>Schlagwörter, durch Kommas getrennt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Trim</source>
            <translation>Beschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Undecide</source>
            <translation>Entscheidung zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/curation.py" />
            <source>Untrim</source>
            <translation>Beschnitt zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Copy Details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Put this message and its details on the clipboard</source>
            <translation>Diese Meldung mit Einzelheiten in die Zwischenablage legen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>SMPL-X models (*.npz)</source>
            <translation>SMPL-X-Modelle (*.npz)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Save changes to “{name}”?</source>
            <translation>Änderungen an „{name}“ speichern?</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Sign dictionaries (*.sqlite *.db)</source>
            <translation>Gebärdenwörterbücher (*.sqlite *.db)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>Signwright projects (*.signwright)</source>
            <translation>Signwright-Projekte (*.signwright)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>What you changed since the last save is lost otherwise.</source>
            <translation>Sonst geht verloren, was seit dem letzten Speichern geändert wurde.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/dialogs.py" />
            <source>{kinds};;All files (*)</source>
            <translation>{kinds};;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>Choose a name ({noun}).</source>
            <translation>Einen Namen wählen ({noun}).</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>The same on the command line</source>
            <translation>Dasselbe auf der Kommandozeile</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>The same on the command line, once the project is saved</source>
            <translation>Dasselbe auf der Kommandozeile, sobald das Projekt gespeichert ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>There is no folder {parent}: choose another place.</source>
            <translation>Den Ordner {parent} gibt es nicht: einen anderen Ort wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>This format is written to {suffix} files: end the name with that.</source>
            <translation>Dieses Format steht in Dateien auf {suffix}: den Namen damit enden lassen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>{noun}: there is one of this name, and it will be replaced.</source>
            <translation>{noun}: diesen Namen gibt es schon; die Datei wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>{path} is a file: choose another name for the folder of pictures.</source>
            <translation>{path} ist eine Datei: einen anderen Namen für den Bilderordner wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export.py" />
            <source>{path} is a folder: add a name ({noun}).</source>
            <translation>{path} ist ein Ordner: einen Namen anhängen ({noun}).</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export_form.py" />
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export_form.py" />
            <source>Captions in the picture</source>
            <translation>Untertitel im Bild</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export_form.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export_form.py" />
            <source>Frames per second</source>
            <translation>Bilder pro Sekunde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/export_form.py" />
            <source>Sources and licences of the signs in a text file beside it</source>
            <translation>Quellen und Lizenzen der Gebärden in einer Textdatei daneben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/gloss_model.py" />
            <source>new gloss</source>
            <translation>neue Glosse</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>All forms</source>
            <translation>Alle Formen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Export Glossary</source>
            <translation>Glossar exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Glossaries (*.toml)</source>
            <translation>Glossare (*.toml)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Glossary</source>
            <translation>Glossar</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Import Glossary</source>
            <translation>Glossar importieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Personal Glossary</source>
            <translation>Eigenes Glossar</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Search the glossary</source>
            <translation>Glossar durchsuchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Signed as</source>
            <translation>Gebärdet als</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>What you correct is remembered here and wins the next time.</source>
            <translation>Korrekturen werden hier gemerkt und gelten beim nächsten Mal.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>Words</source>
            <translation>Wörter</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>new words</source>
            <translation>neue Wörter</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>{count} entries from {file}</source>
            <translation>{count} Einträge aus {file}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glossary.py" />
            <source>{count} entries written to {file}</source>
            <translation>{count} Einträge nach {file} geschrieben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glosses.py" />
            <source>Glosses</source>
            <translation>Glossen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glosses.py" />
            <source>Insert a gloss after the selected one (Ins)</source>
            <translation>Glosse nach der ausgewählten einfügen (Einfg)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glosses.py" />
            <source>Insert gloss</source>
            <translation>Glosse einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/glosses.py" />
            <source>Other ways to sign the sentence</source>
            <translation>Andere Arten, den Satz zu gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Inter, the typeface</source>
            <translation>Inter, die Schrift</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Keyboard Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>PyAV with FFmpeg and x264</source>
            <translation>PyAV mit FFmpeg und x264</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Shipped signers: MakeHuman data</source>
            <translation>Mitgelieferte Avatare: MakeHuman-Daten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Starter dictionary: spoken-to-signed captures</source>
            <translation>Startwörterbuch: Aufnahmen von spoken-to-signed</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>The signing of the starter dictionary was captured from real signers; everything made from it should be checked by people who sign before it is published.</source>
            <translation>Das Fingeralphabet des Startwörterbuchs wurde von echten Gebärdenden aufgenommen; alles daraus Gemachte sollte vor der Veröffentlichung von Menschen geprüft werden, die gebärden.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Type a sentence, watch an avatar sign it, export the video.</source>
            <translation>Einen Satz eingeben, dem Avatar beim Gebärden zusehen, das Video exportieren.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Version {number}</source>
            <translation>Version {number}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>Your own SMPL-X model</source>
            <translation>Eigenes SMPL-X-Modell</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>its own licence; never part of Signwright</source>
            <translation>eigene Lizenz; nie Teil von Signwright</translation>
        </message>
        <message>
            <location filename="../../studio/panels/help.py" />
            <source>or</source>
            <translation>oder</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Change Ease</source>
            <translation>Einschwingen ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Change Mouthing</source>
            <translation>Mundbild ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Change Strength</source>
            <translation>Stärke ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Delete Marker</source>
            <translation>Markierung löschen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>From {start} to {end} s, over what the signs do.</source>
            <translation>Von {start} bis {end} s, über dem, was die Gebärden tun.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Mouthed</source>
            <translation>Mundbild</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Mouthed words</source>
            <translation>Wörter als Mundbild</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>Strength</source>
            <translation>Stärke</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>mouthing…</source>
            <translation>Mundbild…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/marker.py" />
            <source>word</source>
            <translation>Wort</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/panel.py" />
            <source>Click a transition, a sign or a non-manual marker on the timeline to see and change its numbers.</source>
            <translation>Einen Übergang, eine Gebärde oder eine nichtmanuelle Markierung auf der Zeitleiste anklicken, um ihre Werte zu sehen und zu ändern.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>As proposed  ↺</source>
            <translation>Wie vorgeschlagen  ↺</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Change Speed</source>
            <translation>Tempo ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Hold Sign</source>
            <translation>Gebärde halten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Hold after it</source>
            <translation>Danach halten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Proposed: {start} to {end} s at {speed} ×, held for {hold} s.</source>
            <translation>Vorschlag: {start} bis {end} s mit {speed} ×, {hold} s gehalten.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Repeat Sign</source>
            <translation>Gebärde wiederholen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Times</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Trim Sign</source>
            <translation>Gebärde beschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>Use Proposed Timing</source>
            <translation>Vorgeschlagene Zeiten verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/sign.py" />
            <source>{seconds} s on the timeline, of a sign of {longest} s.</source>
            <translation>{seconds} s auf der Zeitleiste, von einer Gebärde von {longest} s.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Ease (−1 early, 1 late)</source>
            <translation>Verlauf (−1 früh, 1 spät)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Ease Transition</source>
            <translation>Verlauf des Übergangs ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Hold before it</source>
            <translation>Davor halten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Proposed</source>
            <translation>Vorschlag</translation>
        </message>
        <message>
            <location filename="../../studio/panels/inspector/way.py" />
            <source>Take the length that is proposed, and an even course</source>
            <translation>Die vorgeschlagene Länge und einen gleichmäßigen Verlauf nehmen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Jobs</source>
            <translation>Aufträge</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Stopping…</source>
            <translation>Wird gestoppt…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>about {time} left</source>
            <translation>noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>{hours} h {minutes:02d} min</source>
            <translation>{hours} h {minutes:02d} min</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>{minutes} min {seconds:02d} s</source>
            <translation>{minutes} min {seconds:02d} s</translation>
        </message>
        <message>
            <location filename="../../studio/panels/job_list.py" />
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Choose a job to read its log.</source>
            <translation>Einen Auftrag wählen, um sein Protokoll zu lesen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Copy Log</source>
            <translation>Protokoll kopieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Do the chosen jobs again that failed or were cancelled</source>
            <translation>Gewählte Aufträge wiederholen, die fehlgeschlagen oder abgebrochen sind</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Forget the jobs that are over</source>
            <translation>Beendete Aufträge vergessen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Log of the job</source>
            <translation>Protokoll des Auftrags</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Open the folder of what was made</source>
            <translation>Den Ordner mit dem Ergebnis öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Put the whole log on the clipboard</source>
            <translation>Das ganze Protokoll in die Zwischenablage legen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Stop the chosen jobs</source>
            <translation>Die gewählten Aufträge stoppen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>Try Again</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/jobs.py" />
            <source>What the chosen job said</source>
            <translation>Was der gewählte Auftrag gemeldet hat</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Change Keyboard Shortcuts</source>
            <translation>Tastenkürzel ändern</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Keep the other keys too</source>
            <translation>Auch die anderen Tasten behalten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>New keys</source>
            <translation>Neue Tasten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>No Keys</source>
            <translation>Keine Tasten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Reset All</source>
            <translation>Alle zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>Search commands or keys</source>
            <translation>Befehle oder Tasten suchen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>no keys</source>
            <translation>keine Tasten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/keys.py" />
            <source>“{command}” has {keys}.</source>
            <translation>„{command}“ hat {keys}.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/new_sign.py" />
            <source>Add as a Sign</source>
            <translation>Als Gebärde hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/new_sign.py" />
            <source>Add “{file}” as a Sign</source>
            <translation>„{file}“ als Gebärde hinzufügen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/new_sign.py" />
            <source>As it shall stand in attributions</source>
            <translation>Wie es in Quellenangaben stehen soll</translation>
        </message>
        <message>
            <location filename="../../studio/panels/new_sign.py" />
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../studio/panels/new_sign.py" />
            <source>{seconds} s, {frames} frames. It is kept in your dictionary and signed at the end.</source>
            <translation>{seconds} s, {frames} Bilder. Sie kommt in das eigene Wörterbuch und wird am Ende gebärdet.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/recording.py" />
            <source>The keypoints {path} were moved or deleted.</source>
            <translation>Die Schlüsselpunkte {path} wurden verschoben oder gelöscht.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/recording.py" />
            <source>What the sign was captured from</source>
            <translation>Woraus die Gebärde aufgenommen wurde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/recording.py" />
            <source>{path} does not hold the clip {clip} any more.</source>
            <translation>{path} enthält die Aufnahme {clip} nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentence_rows.py" />
            <source>Not begun</source>
            <translation>Nicht begonnen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentence_rows.py" />
            <source>Sentence</source>
            <translation>Satz</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentence_rows.py" />
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentence_rows.py" />
            <source>There already: it stays</source>
            <translation>Schon vorhanden: bleibt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>A text with a sentence a line, or a CSV table with a column “text”</source>
            <translation>Ein Text mit einem Satz je Zeile oder eine CSV-Tabelle mit einer Spalte „text“</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>And beside it</source>
            <translation>Und daneben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Cancel Chosen</source>
            <translation>Gewählte abbrechen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Choose a folder for the files.</source>
            <translation>Einen Ordner für die Dateien wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Export Sentences</source>
            <translation>Sätze exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>File of sentences</source>
            <translation>Datei mit Sätzen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Fluency</source>
            <translation>Gebärdenfluss</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Sentences</source>
            <translation>Sätze</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Sentences (*.txt *.csv)</source>
            <translation>Sätze (*.txt *.csv)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>Write files that are there already anew</source>
            <translation>Vorhandene Dateien neu schreiben</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <location filename="../../studio/panels/sentences.py" />
            <source>{folder} is a file: choose a folder.</source>
            <translation>{folder} ist eine Datei: einen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>, in use</source>
            <translation>, in Gebrauch</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Curator: {said}</source>
            <translation>Prüfung: {said}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Duration: {seconds} s at {fps} frames per second</source>
            <translation>Dauer: {seconds} s bei {fps} Bildern pro Sekunde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Licence: {licence}</source>
            <translation>Lizenz: {licence}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Note: {note}</source>
            <translation>Notiz: {note}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Score “{name}”: {value}</source>
            <translation>Bewertung „{name}“: {value}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Signer: {signer}</source>
            <translation>Gebärdende Person: {signer}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Source: {source}</source>
            <translation>Quelle: {source}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>Tags: {tags}</source>
            <translation>Schlagwörter: {tags}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>flagged</source>
            <translation>vorgemerkt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>mirrored</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>representative</source>
            <translation>Hauptgebärde</translation>
        </message>
        <message>
            <location filename="../../studio/panels/signs.py" />
            <source>trimmed</source>
            <translation>beschnitten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/statusline.py" />
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <location filename="../../studio/panels/statusline.py" />
            <source>Show the jobs</source>
            <translation>Aufträge zeigen</translation>
        </message>
        <message>
            <location filename="../../studio/panels/statusline.py" />
            <source>Translating…</source>
            <translation>Übersetzung läuft…</translation>
        </message>
        <message>
            <location filename="../../studio/panels/statusline.py" />
            <source>{count} vertices</source>
            <translation>{count} Eckpunkte</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>1 word</source>
            <translation>1 Wort</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>Not signed: {told}</source>
            <translation>Nicht gebärdet: {told}</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>Text to sign</source>
            <translation>Zu gebärdender Text</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>The language of the text and the sign language</source>
            <translation>Die Sprache des Textes und die Gebärdensprache</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>The text was cut to {count} characters: sign longer texts in parts.</source>
            <translation>Der Text wurde auf {count} Zeichen gekürzt: längere Texte in Teilen gebärden.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>Type a sentence. It is signed as you type.</source>
            <translation>Einen Satz eingeben. Er wird beim Tippen gebärdet.</translation>
        </message>
        <message>
            <location filename="../../studio/panels/text.py" />
            <source>{count} words</source>
            <translation>{count} Wörter</translation>
        </message>
        <message>
            <location filename="../../studio/panels/topbar.py" />
            <source>Export video</source>
            <translation>Video exportieren</translation>
        </message>
        <message>
            <location filename="../../studio/panels/topbar.py" />
            <source>Project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <location filename="../../studio/panels/topbar.py" />
            <source>Signer</source>
            <translation>Avatar</translation>
        </message>
        <message>
            <location filename="../../studio/panels/topbar.py" />
            <source>Who signs</source>
            <translation>Wer gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/panels/topbar.py" />
            <source>edited</source>
            <translation>bearbeitet</translation>
        </message>
        <message>
            <location filename="../../studio/panels/transport.py" />
            <source>Playback speed  ([ slower, ] faster)</source>
            <translation>Abspieltempo  ([ langsamer, ] schneller)</translation>
        </message>
        <message>
            <location filename="../../studio/panels/transport.py" />
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../studio/panels/trim_bar.py" />
            <source>Part that is the sign</source>
            <translation>Teil, der die Gebärde ist</translation>
        </message>
        <message>
            <location filename="../../studio/panels/trim_view.py" />
            <source>From where the hands have come up to where they go down again</source>
            <translation>Von da, wo die Hände oben sind, bis dahin, wo sie wieder sinken</translation>
        </message>
        <message>
            <location filename="../../studio/panels/trim_view.py" />
            <source>Play or pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../studio/panels/trim_view.py" />
            <source>Proposal</source>
            <translation>Vorschlag</translation>
        </message>
        <message>
            <location filename="../../studio/panels/trim_view.py" />
            <source>Whole Motion</source>
            <translation>Ganze Bewegung</translation>
        </message>
        <message>
            <location filename="../../studio/presenting.py" />
            <source>Caption</source>
            <translation>Untertitel</translation>
        </message>
        <message>
            <location filename="../../studio/presenting.py" />
            <source>Presenting: Enter takes a new sentence, Space plays, R replays, S is slow motion, C shows captions, Esc ends</source>
            <translation>Vorführung: Eingabe nimmt einen neuen Satz, Leertaste spielt, R wiederholt, S ist Zeitlupe, C zeigt Untertitel, Esc beendet</translation>
        </message>
        <message>
            <location filename="../../studio/presenting.py" />
            <source>Type what to sign, and press Enter</source>
            <translation>Schreiben, was gebärdet werden soll, dann Eingabe drücken</translation>
        </message>
        <message>
            <location filename="../../studio/presenting.py" />
            <source>What to sign</source>
            <translation>Was gebärdet werden soll</translation>
        </message>
        <message>
            <location filename="../../studio/process.py" />
            <source>The work ended unexpectedly (code {code}).</source>
            <translation>Die Arbeit endete unerwartet (Code {code}).</translation>
        </message>
        <message>
            <location filename="../../studio/process.py" />
            <source>{command} cannot be started: {reason}</source>
            <translation>{command} lässt sich nicht starten: {reason}</translation>
        </message>
        <message>
            <location filename="../../studio/recovery.py" />
            <source>The autosave failed ({reason}): save the project yourself.</source>
            <translation>Die automatische Sicherung ist fehlgeschlagen ({reason}): das Projekt selbst speichern.</translation>
        </message>
        <message>
            <location filename="../../studio/remote.py" />
            <source>The translator cannot be started: {reason}</source>
            <translation>Der Übersetzer lässt sich nicht starten: {reason}</translation>
        </message>
        <message>
            <location filename="../../studio/remote.py" />
            <source>The translator ended unexpectedly.</source>
            <translation>Der Übersetzer endete unerwartet.</translation>
        </message>
        <message>
            <location filename="../../studio/sample.py" />
            <source>A sample: press Space to watch it, click a gloss for other signs, or click the text and type.</source>
            <translation>Ein Beispiel: Leertaste spielt es ab, ein Klick auf eine Glosse zeigt andere Gebärden, oder in den Text klicken und schreiben.</translation>
        </message>
        <message>
            <location filename="../../studio/searching.py" />
            <source>Reading the dictionary…</source>
            <translation>Wörterbuch wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../studio/sentences.py" />
            <source>{folder} cannot be made ({why}): choose another folder.</source>
            <translation>{folder} lässt sich nicht anlegen ({why}): einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../studio/shaping.py" />
            <source>Handshape {name}</source>
            <translation>Handform {name}</translation>
        </message>
        <message>
            <location filename="../../studio/shaping.py" />
            <source>{gloss} is not in the dictionary: write another gloss.</source>
            <translation>{gloss} steht nicht im Wörterbuch: eine andere Glosse schreiben.</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>A, R, F, U</source>
            <translation>A, R, F, U</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>A, R, F, U, B, M; 1 to 4; Enter</source>
            <translation>A, R, F, U, B, M; 1 bis 4; Eingabetaste</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>About Signwright</source>
            <translation>Über Signwright</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Another action for a marker</source>
            <translation>Andere Aktion für eine Markierung</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Approve Sign</source>
            <translation>Gebärde annehmen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Approve, reject, flag, undecide</source>
            <translation>Annehmen, ablehnen, vormerken, zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>B, M</source>
            <translation>B, M</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>C</source>
            <translation>C</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Camera: Front</source>
            <translation>Kamera: vorn</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Camera: Hands</source>
            <translation>Kamera: Hände</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Camera: Side</source>
            <translation>Kamera: Seite</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Camera: Three-Quarter</source>
            <translation>Kamera: Halbprofil</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Camera: Whole Body</source>
            <translation>Kamera: ganzer Körper</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Captions While Presenting</source>
            <translation>Untertitel bei der Vorführung</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Change Keyboard Shortcuts…</source>
            <translation>Tastenkürzel ändern…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Change a transition</source>
            <translation>Übergang ändern</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Change when it happens</source>
            <translation>Zeitpunkt ändern</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Choose Dictionary…</source>
            <translation>Wörterbuch wählen…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Choose SMPL-X Model…</source>
            <translation>SMPL-X-Modell wählen…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Choose a joint, a hand</source>
            <translation>Gelenk oder Hand wählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Click its dot, the square at its wrist</source>
            <translation>Den Punkt oder das Quadrat am Handgelenk anklicken</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Click its signs or its word</source>
            <translation>Ihre Gebärden oder ihr Wort anklicken</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Click or Enter</source>
            <translation>Klick oder Eingabetaste</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Click or arrow keys</source>
            <translation>Klick oder Pfeiltasten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Click or drag on the ruler</source>
            <translation>Auf dem Lineal klicken oder ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Compare</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Compare Signs</source>
            <translation>Gebärden vergleichen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Compare with the next signs</source>
            <translation>Mit den nächsten Gebärden vergleichen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Compose a Sign</source>
            <translation>Gebärde bauen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Conditions</source>
            <translation>Bedingungen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Copy Signs</source>
            <translation>Gebärden kopieren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Copy a marker</source>
            <translation>Markierung kopieren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Correct the Pose</source>
            <translation>Haltung korrigieren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Correcting</source>
            <translation>Korrigieren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Ctrl+click, Shift+click or drag on empty ground</source>
            <translation>Strg+Klick, Umschalt+Klick oder auf leerer Fläche ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Ctrl+drag it</source>
            <translation>Mit Strg ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Ctrl+wheel, Ctrl++ or Ctrl+-</source>
            <translation>Strg+Mausrad, Strg++ oder Strg+-</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Curate</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Curator's Name…</source>
            <translation>Name der prüfenden Person…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Cut Signs</source>
            <translation>Gebärden ausschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Decide, choose a pane, use its sign</source>
            <translation>Entscheiden, Feld wählen, Gebärde verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Del</source>
            <translation>Entf</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Delete Gloss</source>
            <translation>Glosse löschen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Double-click or Enter</source>
            <translation>Doppelklick oder Eingabe</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Double-click or right-click it</source>
            <translation>Doppelklick oder Rechtsklick darauf</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Double-click the transition</source>
            <translation>Doppelklick auf den Übergang</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Double-click, Enter or F2</source>
            <translation>Doppelklick, Eingabetaste oder F2</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag</source>
            <translation>Ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag a ring, or between the rings (Ctrl: by 5°, Esc gives up)</source>
            <translation>An einem Ring oder zwischen den Ringen ziehen (Strg: in 5°-Schritten, Esc bricht ab)</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag in their lane</source>
            <translation>In der jeweiligen Spur ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag it (Shift: nothing else moves)</source>
            <translation>Ziehen (Umschalt: sonst bewegt sich nichts)</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag its bar on the timeline</source>
            <translation>Den Balken auf der Zeitleiste ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag its edge (Esc gives up)</source>
            <translation>Am Rand ziehen (Esc bricht ab)</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag its edge from inside</source>
            <translation>Von innen am Rand ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag the square at its wrist</source>
            <translation>Das Quadrat am Handgelenk ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Drag without snapping</source>
            <translation>Ziehen ohne Einrasten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Draw All Thumbnails</source>
            <translation>Alle Vorschaubilder zeichnen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Draw brows, eyes, mouth, head, body</source>
            <translation>Brauen, Augen, Mund, Kopf, Körper zeichnen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Duplicate Signs</source>
            <translation>Gebärden duplizieren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Edit Gloss</source>
            <translation>Glosse bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Edit Note</source>
            <translation>Notiz bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Edit Tags</source>
            <translation>Schlagwörter bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Edit tags, edit the note</source>
            <translation>Schlagwörter und Notiz bearbeiten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Export Sentences…</source>
            <translation>Sätze exportieren…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>F</source>
            <translation>F</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Flag Sign</source>
            <translation>Gebärde vormerken</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Front and Side at Once</source>
            <translation>Vorn und Seite zugleich</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Full Screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Go to Glosses</source>
            <translation>Zu den Glossen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Go to Text</source>
            <translation>Zum Text</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Import ELAN Tiers…</source>
            <translation>ELAN-Zeilen importieren…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Import Motion…</source>
            <translation>Bewegung importieren…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Insert Gloss After</source>
            <translation>Glosse danach einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Layout for Composing</source>
            <translation>Anordnung zum Bauen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Layout for Curating</source>
            <translation>Anordnung zum Prüfen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Layout for Presenting</source>
            <translation>Anordnung zum Vorführen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Lengthen Transition by a Frame</source>
            <translation>Übergang um ein Bild verlängern</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Loop</source>
            <translation>Schleife</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Make It the Gloss's Sign</source>
            <translation>Zur Hauptgebärde der Glosse machen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Make it the gloss's sign, mirror it</source>
            <translation>Zur Hauptgebärde machen, spiegeln</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Mark a sign without using it</source>
            <translation>Gebärde markieren, ohne sie zu verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Middle drag or Shift+drag</source>
            <translation>Mit mittlerer Taste oder Umschalt ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Mirror Sign</source>
            <translation>Gebärde spiegeln</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Move Gloss Earlier</source>
            <translation>Glosse nach vorn</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Move Gloss Later</source>
            <translation>Glosse nach hinten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Move a hand</source>
            <translation>Hand verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Move a sign in time, or all that are selected</source>
            <translation>Eine Gebärde oder alle ausgewählten zeitlich verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>N</source>
            <translation>N</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Next Undecided Sign</source>
            <translation>Nächste unentschiedene Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Next undecided sign</source>
            <translation>Nächste unentschiedene Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Normal Speed</source>
            <translation>Normales Tempo</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>One Frame Back</source>
            <translation>Ein Bild zurück</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>One Frame Forward</source>
            <translation>Ein Bild vor</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Onion Skin</source>
            <translation>Zwiebelhaut</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Open the Sample</source>
            <translation>Beispiel öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Open…</source>
            <translation>Öffnen…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Orbit</source>
            <translation>Umkreisen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Other Glosses…</source>
            <translation>Andere Glossen…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Other Ways to Sign the Sentence…</source>
            <translation>Satz anders gebärden…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Other glosses</source>
            <translation>Andere Glossen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Pan</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Paste Signs</source>
            <translation>Gebärden einfügen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Personal Glossary…</source>
            <translation>Eigenes Glossar…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Play or Pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Playback</source>
            <translation>Wiedergabe</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Present</source>
            <translation>Vorführen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Reject Sign</source>
            <translation>Gebärde ablehnen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Reorder</source>
            <translation>Umordnen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Replay</source>
            <translation>Noch einmal abspielen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Reset Layout</source>
            <translation>Anordnung zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Return to the proposed length</source>
            <translation>Zur vorgeschlagenen Länge zurück</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Right-click or Menu key</source>
            <translation>Rechtsklick oder Menütaste</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Right-click or arrow keys</source>
            <translation>Rechtsklick oder Pfeiltasten</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Safe Frame</source>
            <translation>Sicherer Bildbereich</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Save As…</source>
            <translation>Speichern unter…</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Scroll</source>
            <translation>Scrollen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Scrub</source>
            <translation>Durchfahren</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Search the Dictionary</source>
            <translation>Wörterbuch durchsuchen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select</source>
            <translation>Auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select All Signs</source>
            <translation>Alle Gebärden auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select Next Gloss</source>
            <translation>Nächste Glosse auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select Previous Gloss</source>
            <translation>Vorige Glosse auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select a gloss</source>
            <translation>Glosse auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Select several glosses</source>
            <translation>Mehrere Glossen auswählen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Shorten Transition by a Frame</source>
            <translation>Übergang um ein Bild kürzen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Show everything</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Show the Reference Video</source>
            <translation>Vergleichsvideo zeigen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Show what the signs were captured from</source>
            <translation>Zeigen, woraus die Gebärden aufgenommen wurden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Skeleton</source>
            <translation>Skelett</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Slow Motion</source>
            <translation>Zeitlupe</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>T, E</source>
            <translation>T, E</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>To the End</source>
            <translation>Zum Ende</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>To the Start</source>
            <translation>Zum Anfang</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Trim a sign</source>
            <translation>Gebärde beschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Turn the joint</source>
            <translation>Gelenk drehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Use Next Candidate</source>
            <translation>Nächsten Kandidaten verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Use Previous Candidate</source>
            <translation>Vorigen Kandidaten verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Use a found sign</source>
            <translation>Gefundene Gebärde verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Use the Starter Dictionary</source>
            <translation>Startwörterbuch verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Use this sign</source>
            <translation>Diese Gebärde verwenden</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Ways of the Hands</source>
            <translation>Wege der Hände</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Wheel</source>
            <translation>Mausrad</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Wheel or middle drag</source>
            <translation>Mausrad oder mit mittlerer Taste ziehen</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <location filename="../../studio/shortcuts.py" />
            <source>status:undecided tag:food handshape:flat quality:&gt;70 flagged:yes</source>
            <translation>status:undecided tag:food handshape:flat quality:&gt;70 flagged:yes</translation>
        </message>
        <message>
            <location filename="../../studio/showing.py" />
            <source>Redo {what}</source>
            <translation>Wiederholen: {what}</translation>
        </message>
        <message>
            <location filename="../../studio/showing.py" />
            <source>Undo {what}</source>
            <translation>Rückgängig: {what}</translation>
        </message>
        <message>
            <location filename="../../studio/showing.py" />
            <source>edited  ·  autosaved at {time}</source>
            <translation>bearbeitet  ·  gesichert um {time}</translation>
        </message>
        <message>
            <location filename="../../studio/showing.py" />
            <source>saved</source>
            <translation>gespeichert</translation>
        </message>
        <message>
            <location filename="../../studio/tasks.py" />
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../studio/tasks.py" />
            <source>Done.</source>
            <translation>Fertig.</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ASL</source>
            <translation>ASL</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Black</source>
            <translation>Schwarz</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Brown</source>
            <translation>Braun</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Burgundy</source>
            <translation>Burgunder</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>CSL</source>
            <translation>CSL</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Chinese</source>
            <translation>Chinesisch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>DGS</source>
            <translation>DGS</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Device or resource busy</source>
            <translation>Gerät oder Ressource belegt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Forest</source>
            <translation>Waldgrün</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Frame</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Is a directory</source>
            <translation>ist ein Ordner</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Man</source>
            <translation>Mann</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Medium</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Navy</source>
            <translation>Marineblau</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>No space left on device</source>
            <translation>kein Platz auf dem Gerät</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Not a directory</source>
            <translation>kein Ordner</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Permission denied</source>
            <translation>Zugriff verweigert</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Read-only file system</source>
            <translation>schreibgeschütztes Dateisystem</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Sand</source>
            <translation>Sand</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Soft</source>
            <translation>Weich</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Stage</source>
            <translation>Bühne</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Tan</source>
            <translation>Gebräunt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>White</source>
            <translation>Weiß</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>Woman</source>
            <translation>Frau</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>a guess</source>
            <translation>geraten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>above head</source>
            <translation>über dem Kopf</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>across</source>
            <translation>quer</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ahead</source>
            <translation>geradeaus</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>along</source>
            <translation>angelegt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>alternating</source>
            <translation>abwechselnd</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>approved</source>
            <translation>angenommen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>arc</source>
            <translation>Bogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>armpit</source>
            <translation>Achsel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>around</source>
            <translation>umher</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>as written</source>
            <translation>wie geschrieben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>auxiliary</source>
            <translation>Hilfsverb</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>back</source>
            <translation>zurück</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>base</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>base form</source>
            <translation>Grundform</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>belly</source>
            <translation>Bauch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>bent</source>
            <translation>gebeugt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>blink</source>
            <translation>blinzeln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>blow</source>
            <translation>blasen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>body</source>
            <translation>Körper</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>brow</source>
            <translation>Braue</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>brows</source>
            <translation>Brauen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>by hand</source>
            <translation>von Hand</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>captured</source>
            <translation>aufgenommen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>center</source>
            <translation>Mitte</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>cha</source>
            <translation>cha</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>change</source>
            <translation>wechseln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>cheek</source>
            <translation>Wange</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>cheeks</source>
            <translation>Wangen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>chew</source>
            <translation>kauen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>chin</source>
            <translation>Kinn</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>circle</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>close</source>
            <translation>dicht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>collarbone</source>
            <translation>Schlüsselbein</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>combined models</source>
            <translation>verbundene Modelle</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>composed from description</source>
            <translation>aus Beschreibung erzeugt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>condition and consequence</source>
            <translation>Bedingung und Folge</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>copula</source>
            <translation>Kopula</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>corners down</source>
            <translation>Mundwinkel unten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>cs</source>
            <translation>cs</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>curved</source>
            <translation>gekrümmt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>description of the noun</source>
            <translation>Beschreibung des Nomens</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>dictionary</source>
            <translation>Wörterbuch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>dorsal</source>
            <translation>Rücken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>down</source>
            <translation>runter</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>down left</source>
            <translation>links unten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>down right</source>
            <translation>rechts unten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ear</source>
            <translation>Ohr</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>earlobe</source>
            <translation>Ohrläppchen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>elbow crook</source>
            <translation>Ellenbeuge</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>eye</source>
            <translation>Auge</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>eyes</source>
            <translation>Augen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>far</source>
            <translation>fern</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>far left</source>
            <translation>weit links</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>far right</source>
            <translation>weit rechts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>fast</source>
            <translation>schnell</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>finger backs</source>
            <translation>Fingerrücken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>finger pads</source>
            <translation>Fingerbeeren</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>fingerspelled</source>
            <translation>buchstabiert</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>fingertips</source>
            <translation>Fingerspitzen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>flutter</source>
            <translation>flattern</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>folded</source>
            <translation>eingefaltet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>forearm</source>
            <translation>Unterarm</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>forehead</source>
            <translation>Stirn</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>forward</source>
            <translation>vorwärts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>gaze</source>
            <translation>Blick</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>growing</source>
            <translation>wachsend</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hand back</source>
            <translation>Handrücken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hands</source>
            <translation>Hände</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>handshape</source>
            <translation>Handform</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>head back</source>
            <translation>Hinterkopf</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>head top</source>
            <translation>Scheitel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>heart</source>
            <translation>Herz</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>heel</source>
            <translation>Handballen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hip</source>
            <translation>Hüfte</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hips</source>
            <translation>Hüften</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hooked</source>
            <translation>gehakt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>huge</source>
            <translation>riesig</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>hunched</source>
            <translation>hochgezogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>index</source>
            <translation>Zeigefinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>index pad</source>
            <translation>Zeigefingerbeere</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>index side</source>
            <translation>Zeigefingerseite</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>index tip</source>
            <translation>Zeigefingerspitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>infinitive marker</source>
            <translation>Infinitivpartikel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>invisible character</source>
            <translation>unsichtbares Zeichen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>jaw</source>
            <translation>Kiefer</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>jaw left</source>
            <translation>Kiefer links</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>jaw right</source>
            <translation>Kiefer rechts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>joins</source>
            <translation>verbindet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>kiss</source>
            <translation>küssen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>knuckles</source>
            <translation>Knöchel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>large</source>
            <translation>groß</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lean back</source>
            <translation>zurückgelehnt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lean forward</source>
            <translation>vorgebeugt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lean left</source>
            <translation>nach links geneigt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lean right</source>
            <translation>nach rechts geneigt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left index</source>
            <translation>linker Zeigefinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left middle</source>
            <translation>linker Mittelfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left pinky</source>
            <translation>linker kleiner Finger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left puffed</source>
            <translation>links gebläht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left ring</source>
            <translation>linker Ringfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left thumb</source>
            <translation>linker Daumen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>left up</source>
            <translation>links hoch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>likely</source>
            <translation>wahrscheinlich</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lip bite</source>
            <translation>Lippe gebissen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lips in</source>
            <translation>Lippen eingezogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>local</source>
            <translation>Finger und Handgelenk</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>location</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>lower lip out</source>
            <translation>Unterlippe vor</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>marks the topic</source>
            <translation>markiert das Thema</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>measure word</source>
            <translation>Zählwort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>medium</source>
            <translation>mittel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>mid joint</source>
            <translation>Mittelgelenk</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>mid joints</source>
            <translation>Mittelgelenke</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>middle</source>
            <translation>Mittelfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>middle tip</source>
            <translation>Mittelfingerspitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>mm</source>
            <translation>mm</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>modal verb</source>
            <translation>Modalverb</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>mouth</source>
            <translation>Mund</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>mouthing</source>
            <translation>Mundbild</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>movement</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nail</source>
            <translation>Nagel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nape</source>
            <translation>Nacken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>narrow</source>
            <translation>schmal</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>negation</source>
            <translation>Verneinung</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>neural model</source>
            <translation>neuronales Modell</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>neutral</source>
            <translation>neutral</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nod</source>
            <translation>nicken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nods</source>
            <translation>mehrmals nicken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>normal</source>
            <translation>normal</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nose</source>
            <translation>Nase</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>nostril</source>
            <translation>Nasenflügel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>not a Latin word</source>
            <translation>kein lateinisches Wort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>not signed by the model</source>
            <translation>vom Modell nicht gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>one</source>
            <translation>eine</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>oo</source>
            <translation>oo</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>opposed</source>
            <translation>gegenüber</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pad</source>
            <translation>Beere</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pah</source>
            <translation>pah</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>palm</source>
            <translation>Handfläche</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>palmar</source>
            <translation>Innenseite</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>parallel</source>
            <translation>parallel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>particle</source>
            <translation>Partikel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pinky</source>
            <translation>kleiner Finger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pinky tip</source>
            <translation>Spitze des kleinen Fingers</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>points at nothing</source>
            <translation>zeigt auf nichts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>possessive ending</source>
            <translation>Genitivendung</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>preposition</source>
            <translation>Präposition</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>preposition of place</source>
            <translation>Präposition des Ortes</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>preposition of time</source>
            <translation>Präposition der Zeit</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pronoun</source>
            <translation>Pronomen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>puff</source>
            <translation>pusten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>puffed</source>
            <translation>gebläht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pull back fast</source>
            <translation>schnell zurück</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>pursed</source>
            <translation>gespitzt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>question with a question word</source>
            <translation>Frage mit Fragewort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>question word</source>
            <translation>Fragewort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>radial</source>
            <translation>Daumenseite</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>reflexive pronoun</source>
            <translation>Reflexivpronomen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rejected</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>relaxed</source>
            <translation>locker</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rest</source>
            <translation>Ruhe</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ribs</source>
            <translation>Rippen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right index</source>
            <translation>rechter Zeigefinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right middle</source>
            <translation>rechter Mittelfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right pinky</source>
            <translation>rechter kleiner Finger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right puffed</source>
            <translation>rechts gebläht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right ring</source>
            <translation>rechter Ringfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right thumb</source>
            <translation>rechter Daumen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>right up</source>
            <translation>rechts hoch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ring</source>
            <translation>Ringfinger</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ring tip</source>
            <translation>Ringfingerspitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rock</source>
            <translation>wippen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rotate</source>
            <translation>kreisen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rub</source>
            <translation>reiben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>seven</source>
            <translation>Sieben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shake</source>
            <translation>schütteln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shh</source>
            <translation>sch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shoulder top</source>
            <translation>Schulter oben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shoulders</source>
            <translation>Schultern</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shrinking</source>
            <translation>schrumpfend</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>shrug</source>
            <translation>zucken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>sigh</source>
            <translation>seufzen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>signed before the action</source>
            <translation>vor der Handlung gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>signed first</source>
            <translation>zuerst gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>signed last</source>
            <translation>zuletzt gebärdet</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>skewed left</source>
            <translation>nach links verzogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>skewed right</source>
            <translation>nach rechts verzogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>slow</source>
            <translation>langsam</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>small</source>
            <translation>klein</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>smile</source>
            <translation>lächeln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>spread</source>
            <translation>gespreizt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>squint</source>
            <translation>zusammengekniffen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>statement</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>statistical model</source>
            <translation>statistisches Modell</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>steady</source>
            <translation>gleichmäßig</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>straight</source>
            <translation>gerade</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>stretched</source>
            <translation>gedehnt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>suck</source>
            <translation>saugen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>sucked</source>
            <translation>eingesogen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>sure</source>
            <translation>sicher</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>sway</source>
            <translation>schwanken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>swing</source>
            <translation>schwenken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>synonym</source>
            <translation>Synonym</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>teeth</source>
            <translation>Zähne</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>temple</source>
            <translation>Schläfe</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tense</source>
            <translation>angespannt</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>th</source>
            <translation>th</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>the whole</source>
            <translation>das Ganze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>thigh</source>
            <translation>Oberschenkel</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>thumb pad</source>
            <translation>Daumenbeere</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>thumb side</source>
            <translation>Daumenkante</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>thumb tip</source>
            <translation>Daumenspitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tilt left</source>
            <translation>nach links neigen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tilt right</source>
            <translation>nach rechts neigen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tilts</source>
            <translation>hin und her neigen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tiny</source>
            <translation>winzig</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tip</source>
            <translation>Spitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>together</source>
            <translation>zusammen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue</source>
            <translation>Zunge</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue down</source>
            <translation>Zunge unten</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue left</source>
            <translation>Zunge links</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue out</source>
            <translation>Zunge heraus</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue right</source>
            <translation>Zunge rechts</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>tongue tip</source>
            <translation>Zungenspitze</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>touch</source>
            <translation>Berührung</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>trunk</source>
            <translation>Rumpf</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>turn left</source>
            <translation>nach links drehen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>turn right</source>
            <translation>nach rechts drehen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>turns</source>
            <translation>hin und her drehen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>twist</source>
            <translation>drehen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>ulnar</source>
            <translation>Kleinfingerseite</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>undecided</source>
            <translation>unentschieden</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>under chin</source>
            <translation>unterm Kinn</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>unknown word</source>
            <translation>unbekanntes Wort</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>up</source>
            <translation>hoch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>up left</source>
            <translation>links oben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>up right</source>
            <translation>rechts oben</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>upper arm</source>
            <translation>Oberarm</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>upper lip</source>
            <translation>Oberlippe</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>upper lip up</source>
            <translation>Oberlippe hoch</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>upright</source>
            <translation>aufrecht</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>verb</source>
            <translation>Verb</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>vibrate</source>
            <translation>vibrieren</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>waist</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>web</source>
            <translation>Schwimmhaut</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wide</source>
            <translation>weit</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wide open</source>
            <translation>weit offen</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wiggle</source>
            <translation>wackeln</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wink left</source>
            <translation>links zwinkern</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wink right</source>
            <translation>rechts zwinkern</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>without a sign of its own</source>
            <translation>ohne eigene Gebärde</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wrist</source>
            <translation>Handgelenk</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>wrist back</source>
            <translation>Handgelenkrücken</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>yes-no question</source>
            <translation>Ja-Nein-Frage</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>your glossary</source>
            <translation>eigenes Glossar</translation>
        </message>
        <message>
            <location filename="../../studio/terms.py" />
            <source>zigzag</source>
            <translation>Zickzack</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>ELAN files (*.eaf)</source>
            <translation>ELAN-Dateien (*.eaf)</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>Import ELAN Tiers</source>
            <translation>ELAN-Zeilen importieren</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>Imported {count} glosses of the tier {tier}</source>
            <translation>{count} Glossen der Zeile {tier} importiert</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>It has no tier with annotations: choose another file, or annotate it in ELAN.</source>
            <translation>Sie hat keine Zeile mit Annotationen: eine andere Datei wählen oder sie in ELAN annotieren.</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>Which tier of {file} holds the glosses?</source>
            <translation>Welche Zeile von {file} enthält die Glossen?</translation>
        </message>
        <message>
            <location filename="../../studio/tiers.py" />
            <source>“{file}” cannot be imported</source>
            <translation>„{file}“ lässt sich nicht importieren</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/bar_grips.py" />
            <source>Ease Correction</source>
            <translation>Verlauf der Korrektur ändern</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/bar_grips.py" />
            <source>Move Correction</source>
            <translation>Korrektur verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/bar_grips.py" />
            <source>Trim Correction</source>
            <translation>Korrektur beschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/canvas.py" />
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/canvas.py" />
            <source>{count} signs in {seconds} seconds</source>
            <translation>{count} Gebärden in {seconds} Sekunden</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Copy {lane}</source>
            <translation>{lane} kopieren</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Draw {lane}</source>
            <translation>{lane} zeichnen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Ease {lane}</source>
            <translation>{lane}: Verlauf ändern</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Move Sign in Time</source>
            <translation>Gebärde zeitlich verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Move {count} Signs in Time</source>
            <translation>{count} Gebärden zeitlich verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Move {lane}</source>
            <translation>{lane} verschieben</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/grips.py" />
            <source>Trim {lane}</source>
            <translation>{lane} beschneiden</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>As in the dictionary</source>
            <translation>Wie im Wörterbuch</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Brows and head show questions and conditions; what is drawn in a lane wins</source>
            <translation>Brauen und Kopf zeigen Fragen und Bedingungen; was in einer Spur gezeichnet ist, gilt</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Conversational</source>
            <translation>Im Gespräch</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Faces</source>
            <translation>Mimik</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>How fluently the sentence is signed. Signers of ASL preferred quicker signs, longer ways, even rates and pauses like people's (Al-khazraji et al. 2021); how far each goes is a choice of ours.</source>
            <translation>Wie flüssig der Satz gebärdet wird. ASL-Gebärdende bevorzugten schnellere Gebärden, längere Wege, gleichmäßiges Tempo und Pausen wie bei Menschen (Al-khazraji et al. 2021); wie weit das jeweils geht, ist unsere Wahl.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Own manner</source>
            <translation>Eigene Weise</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Pauses</source>
            <translation>Pausen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Pauses, times what the punctuation asks for</source>
            <translation>Pausen, als Vielfaches dessen, was die Satzzeichen verlangen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Rate</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Signing rate of the whole sentence</source>
            <translation>Gebärdentempo des ganzen Satzes</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/manners.py" />
            <source>Slow, for learners</source>
            <translation>Langsam, zum Lernen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Body</source>
            <translation>Körper</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Brows</source>
            <translation>Brauen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Corrections</source>
            <translation>Korrekturen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Eyes</source>
            <translation>Augen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Jerk</source>
            <translation>Ruck</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Mouth</source>
            <translation>Mund</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Signs</source>
            <translation>Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Type a sentence: its signs will stand here.</source>
            <translation>Einen Satz eingeben: seine Gebärden stehen dann hier.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/paint.py" />
            <source>Wrist speed</source>
            <translation>Handtempo</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/signs.py" />
            <source>pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/signs.py" />
            <source>pause {seconds}</source>
            <translation>Pause {seconds}</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Double-click for other actions.</source>
            <translation>Doppelklick für andere Aktionen.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Drag to draw something: {lane}.</source>
            <translation>Ziehen, um etwas zu zeichnen: {lane}.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Drag to trim this sign.</source>
            <translation>Ziehen, um diese Gebärde zu beschneiden.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>From the punctuation of the text.</source>
            <translation>Aus den Satzzeichen des Textes.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Not a captured sign: composed from description.</source>
            <translation>Keine aufgenommene Gebärde: aus Beschreibung erzeugt.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Pause after {gloss}: {seconds}</source>
            <translation>Pause nach {gloss}: {seconds}</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Proposed from how far the hands travel. Drag an edge to change it.</source>
            <translation>Vorgeschlagen nach dem Weg der Hände. Am Rand ziehen, um es zu ändern.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>Set by hand; proposed {seconds}. Double-click to return to it.</source>
            <translation>Von Hand gesetzt; Vorschlag {seconds}. Doppelklick, um dorthin zurückzukehren.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>as long as its capture</source>
            <translation>so lang wie die Aufnahme</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>as long as its description</source>
            <translation>so lang wie die Beschreibung</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>as proposed</source>
            <translation>wie vorgeschlagen</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>its capture at {speed} × speed</source>
            <translation>die Aufnahme mit {speed}-fachem Tempo</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>its description at {speed} × speed</source>
            <translation>die Beschreibung mit {speed}-fachem Tempo</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{before} → {after}: {seconds}, {frames} frames</source>
            <translation>{before} → {after}: {seconds}, {frames} Bilder</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{correction}: drag it, its ends or its eases.</source>
            <translation>{correction}: ziehen, ebenso ihre Enden und Verläufe.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{frames} frames · {seconds}</source>
            <translation>{frames} Bilder · {seconds}</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{lane}: {action}, because the sentence asks or assumes something.</source>
            <translation>{lane}: {action}, weil der Satz etwas fragt oder annimmt.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{letters}: {length}, {count} signs</source>
            <translation>{letters}: {length}, {count} Gebärden</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{name} has no sign and is left out: choose one among the candidates, or edit the gloss.</source>
            <translation>{name} hat keine Gebärde und fällt weg: unter den Kandidaten eine wählen oder die Glosse bearbeiten.</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tips.py" />
            <source>{seconds}, {strength} % strong</source>
            <translation>{seconds}, {strength} % stark</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tools.py" />
            <source>Move everything later with an edit  (Shift: the other way)</source>
            <translation>Alles Spätere mitverschieben  (Umschalt: umgekehrt)</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tools.py" />
            <source>Show everything  (F)</source>
            <translation>Alles zeigen  (F)</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tools.py" />
            <source>Snap to frames, edges and proposals</source>
            <translation>An Bildern, Rändern und Vorschlägen einrasten</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tools.py" />
            <source>Zoom  (Ctrl+wheel)</source>
            <translation>Zoom  (Strg+Mausrad)</translation>
        </message>
        <message>
            <location filename="../../studio/timeline/tools.py" />
            <source>Zoom of the timeline</source>
            <translation>Zoom der Zeitleiste</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>Dawdling: {times} times as long as proposed. Shorten it or hold the sign.</source>
            <translation>Schleppend: {times}-mal so lang wie vorgeschlagen. Kürzen oder die Gebärde halten.</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>From {before} to {after} {seconds} s are proposed: {reason}.</source>
            <translation>Von {before} zu {after} werden {seconds} s vorgeschlagen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>From {before} to {after} {seconds} s are proposed: {reason}. You set it to {own} s.</source>
            <translation>Von {before} zu {after} werden {seconds} s vorgeschlagen: {reason}. Von Hand gesetzt sind {own} s.</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>Hurried: a wrist reaches {speed} m/s here. Make the way longer.</source>
            <translation>Gehetzt: ein Handgelenk erreicht hier {speed} m/s. Den Übergang verlängern.</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>Torn: a wrist is jerked by {jerk} m/s³ here. Make the way longer or ease it.</source>
            <translation>Gerissen: ein Handgelenk ruckt hier mit {jerk} m/s³. Den Übergang verlängern oder weicher machen.</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>a fingertip of the left hand travels {way} cm</source>
            <translation>eine Fingerspitze der linken Hand legt {way} cm zurück</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>a fingertip of the right hand travels {way} cm</source>
            <translation>eine Fingerspitze der rechten Hand legt {way} cm zurück</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>head and trunk turn by {angle}°</source>
            <translation>Kopf und Rumpf drehen sich um {angle}°</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the hand slides outward for the doubled letter, and needs that long at least</source>
            <translation>die Hand gleitet für den doppelten Buchstaben nach außen und braucht mindestens so lange</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the hands are almost there, and no way between letters is shorter than {least} s</source>
            <translation>die Hände sind fast da, und kein Übergang zwischen Buchstaben ist kürzer als {least} s</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the hands are almost there, and no way between signs is shorter than {least} s</source>
            <translation>die Hände sind fast da, und kein Übergang zwischen Gebärden ist kürzer als {least} s</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the left palm turns by {angle}°</source>
            <translation>die linke Handfläche dreht sich um {angle}°</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the left wrist travels {way} cm</source>
            <translation>das linke Handgelenk legt {way} cm zurück</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the right palm turns by {angle}°</source>
            <translation>die rechte Handfläche dreht sich um {angle}°</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the right wrist travels {way} cm</source>
            <translation>das rechte Handgelenk legt {way} cm zurück</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>the {finger} bends by {angle}°</source>
            <translation>{finger} beugt sich um {angle}°</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>{reason}, times {ways} for the manner of the sentence</source>
            <translation>{reason}, mal {ways} wegen der Gebärdenweise des Satzes</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>{what}, which needs {seconds} s at its usual pace</source>
            <translation>{what}, was im üblichen Tempo {seconds} s braucht</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>{what}, which would need {seconds} s, and no way between letters is longer than {most} s</source>
            <translation>{what}, was {seconds} s bräuchte, und kein Übergang zwischen Buchstaben ist länger als {most} s</translation>
        </message>
        <message>
            <location filename="../../studio/told.py" />
            <source>{what}, which would need {seconds} s, and no way between signs is longer than {most} s</source>
            <translation>{what}, was {seconds} s bräuchte, und kein Übergang zwischen Gebärden ist länger als {most} s</translation>
        </message>
        <message>
            <location filename="../../studio/translating.py" />
            <source>Only Signs of the Dictionary</source>
            <translation>Nur Gebärden des Wörterbuchs</translation>
        </message>
        <message>
            <location filename="../../studio/translating.py" />
            <source>Open the Models Folder</source>
            <translation>Modellordner öffnen</translation>
        </message>
        <message>
            <location filename="../../studio/translating.py" />
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <location filename="../../studio/translating.py" />
            <source>Translator</source>
            <translation>Übersetzer</translation>
        </message>
        <message>
            <location filename="../../studio/translating.py" />
            <source>{translator}: translates from now on</source>
            <translation>{translator}: übersetzt ab jetzt</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/easel.py" />
            <source>The avatar needs OpenGL 3.3, which this computer does not offer here: update the graphics driver and start again. Text, signs, timeline and export work without this view.</source>
            <translation>Der Avatar braucht OpenGL 3.3, das dieser Computer hier nicht bietet: den Grafiktreiber aktualisieren und neu starten. Text, Gebärden, Zeitleiste und Export arbeiten ohne diese Ansicht.</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/overlay.py" />
            <source>Free</source>
            <translation>Frei</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/overlay.py" />
            <source>From the Side</source>
            <translation>Von der Seite</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/widget.py" />
            <source>Avatar</source>
            <translation>Avatar</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/widget.py" />
            <source>Camera: {name}</source>
            <translation>Kamera: {name}</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/widget.py" />
            <source>The preview rests while the video is made</source>
            <translation>Die Vorschau ruht, während das Video entsteht</translation>
        </message>
        <message>
            <location filename="../../studio/viewport/widget.py" />
            <source>Why there is no avatar</source>
            <translation>Warum kein Avatar zu sehen ist</translation>
        </message>
        <message>
            <location filename="../../studio/window.py" />
            <source>As it was opened</source>
            <translation>Wie geöffnet</translation>
        </message>
        <message>
            <location filename="../../studio/window.py" />
            <source>Compose</source>
            <translation>Gebärde bauen</translation>
        </message>
        <message>
            <location filename="../../studio/window.py" />
            <source>Correct</source>
            <translation>Korrigieren</translation>
        </message>
        <message>
            <location filename="../../studio/window.py" />
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../../studio/window.py" />
            <source>Inspector</source>
            <translation>Eigenschaften</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>Closing the studio stops what is not finished and leaves no half file behind.</source>
            <translation>Schließen stoppt, was nicht fertig ist, und hinterlässt keine halbe Datei.</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>Go On</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>Stop and Close</source>
            <translation>Abbrechen und schließen</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>Stop {count} jobs?</source>
            <translation>{count} Aufträge stoppen?</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>Stop “{title}”?</source>
            <translation>„{title}“ stoppen?</translation>
        </message>
        <message>
            <location filename="../../studio/working.py" />
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
</TS>
