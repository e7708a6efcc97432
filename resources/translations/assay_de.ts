<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<!-- One context for all: a text reads the same wherever it stands. -->
<context>
    <name>Assay</name>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Einordnung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New Project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Add Articles…</source>
        <translation>Artikel &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add Article from Clip&amp;board</source>
        <translation>Artikel aus der &amp;Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export This Article as PDF…</source>
        <translation>Diesen Artikel als PDF &amp;exportieren …</translation>
    </message>
    <message>
        <source>Export A&amp;ll Articles as PDF…</source>
        <translation>&amp;Alle Artikel als PDF exportieren …</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>S&amp;tatistik …</translation>
    </message>
    <message>
        <source>&amp;Merge Project…</source>
        <translation>Projekt zusammen&amp;führen …</translation>
    </message>
    <message>
        <source>Save a &amp;Copy…</source>
        <translation>Kopie &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Snapshots…</source>
        <translation>S&amp;chnappschüsse …</translation>
    </message>
    <message>
        <source>Revie&amp;wer’s Name…</source>
        <translation>Name der pr&amp;üfenden Person …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo &amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>Cha&amp;nges by Others…</source>
        <translation>Ä&amp;nderungen anderer …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;Tags</source>
        <translation>Mit Einordnung ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Find in Article…</source>
        <translation>Im Artikel &amp;suchen …</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>Rückwärts su&amp;chen</translation>
    </message>
    <message>
        <source>Find in Pro&amp;ject…</source>
        <translation>Im Pro&amp;jekt suchen …</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Next Sentence</source>
        <translation>&amp;Nächster Satz</translation>
    </message>
    <message>
        <source>&amp;Previous Sentence</source>
        <translation>&amp;Voriger Satz</translation>
    </message>
    <message>
        <source>E&amp;xtend the Range Down</source>
        <translation>Bereich nach &amp;unten erweitern</translation>
    </message>
    <message>
        <source>Extend the Range &amp;Up</source>
        <translation>Bereich nach &amp;oben erweitern</translation>
    </message>
    <message>
        <source>Next Unta&amp;gged Sentence</source>
        <translation>Nächster &amp;offener Satz</translation>
    </message>
    <message>
        <source>Previous Untagged Sentence</source>
        <translation>Voriger offener Satz</translation>
    </message>
    <message>
        <source>Next Unsu&amp;re Sentence</source>
        <translation>Nächster uns&amp;icherer Satz</translation>
    </message>
    <message>
        <source>The &amp;Other Reader</source>
        <translation>Der &amp;andere Leser</translation>
    </message>
    <message>
        <source>&amp;Split the Sentence</source>
        <translation>Satz &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Join with the Next Sentence</source>
        <translation>Mit dem nächsten Satz ver&amp;binden</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>Umb&amp;enennen …</translation>
    </message>
    <message>
        <source>Mark as &amp;Done</source>
        <translation>Als &amp;erledigt markieren</translation>
    </message>
    <message>
        <source>Mark as S&amp;kipped</source>
        <translation>Als über&amp;sprungen markieren</translation>
    </message>
    <message>
        <source>Mark as &amp;To Do</source>
        <translation>Als o&amp;ffen markieren</translation>
    </message>
    <message>
        <source>Original Sour&amp;ce…</source>
        <translation>Ori&amp;ginalquelle …</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>&amp;Eigenschaften …</translation>
    </message>
    <message>
        <source>Ne&amp;wer Version of This Article…</source>
        <translation>Neuere &amp;Fassung dieses Artikels …</translation>
    </message>
    <message>
        <source>Remo&amp;ve Article from Project</source>
        <translation>Artikel aus dem Projekt &amp;entfernen</translation>
    </message>
    <message>
        <source>Erase Article &amp;for Good…</source>
        <translation>Artikel endgültig &amp;löschen …</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Beleg</translation>
    </message>
    <message>
        <source>&amp;Marketing</source>
        <translation>&amp;Werbung</translation>
    </message>
    <message>
        <source>&amp;Caveat</source>
        <translation>&amp;Vorbehalt</translation>
    </message>
    <message>
        <source>&amp;None of These</source>
        <translation>&amp;Nichts davon</translation>
    </message>
    <message>
        <source>Evidence, and Stay</source>
        <translation>Beleg, und bleiben</translation>
    </message>
    <message>
        <source>Marketing, and Stay</source>
        <translation>Werbung, und bleiben</translation>
    </message>
    <message>
        <source>Caveat, and Stay</source>
        <translation>Vorbehalt, und bleiben</translation>
    </message>
    <message>
        <source>None, and Stay</source>
        <translation>Nichts davon, und bleiben</translation>
    </message>
    <message>
        <source>&amp;Repeat the Last Tag</source>
        <translation>&amp;Letzte Einordnung wiederholen</translation>
    </message>
    <message>
        <source>C&amp;lear, or Go Back and Clear</source>
        <translation>&amp;Zurücknehmen, oder zurückgehen und zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Page &amp;Furniture or Not</source>
        <translation>Seiten&amp;beiwerk oder nicht</translation>
    </message>
    <message>
        <source>All Unsure Sen&amp;tences</source>
        <translation>Alle unsi&amp;cheren Sätze</translation>
    </message>
    <message>
        <source>All Notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>&amp;Cues</source>
        <translation>&amp;Hinweiswörter</translation>
    </message>
    <message>
        <source>&amp;Blind: No Hints, No Others</source>
        <translation>&amp;Blind: keine Hinweise, keine anderen</translation>
    </message>
    <message>
        <source>Show or Fold Page &amp;Furniture</source>
        <translation>Seitenbei&amp;werk zeigen oder falten</translation>
    </message>
    <message>
        <source>&amp;Second Reader</source>
        <translation>&amp;Zweiter Leser</translation>
    </message>
    <message>
        <source>Next A&amp;rea</source>
        <translation>Nächster Be&amp;reich</translation>
    </message>
    <message>
        <source>Res&amp;tore the Panels</source>
        <translation>Fenster&amp;teile wiederherstellen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Normal Si&amp;ze</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Wider Column</source>
        <translation>B&amp;reitere Spalte</translation>
    </message>
    <message>
        <source>&amp;Narrower Column</source>
        <translation>S&amp;chmalere Spalte</translation>
    </message>
    <message>
        <source>Colours of the &amp;Desktop</source>
        <translation>Farben der &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>He&amp;ll</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>All &amp;Commands…</source>
        <translation>Alle &amp;Befehle …</translation>
    </message>
    <message>
        <source>All &amp;Keys</source>
        <translation>Alle &amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Rules for Hard Cases</source>
        <translation>&amp;Regeln für schwierige Fälle</translation>
    </message>
    <message>
        <source>Open a &amp;Sample Project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>&amp;About Assay</source>
        <translation>Ü&amp;ber Assay</translation>
    </message>
    <message>
        <source>Float %1</source>
        <translation>%1 ablösen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>“%1” was removed from the project. Its tags are kept.</source>
        <translation>„%1“ wurde aus dem Projekt entfernt. Die Einordnungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Erase for Good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Erase “%1” for good? Its text, its original file and all notes on it leave this project and its copies on this computer. This cannot be undone.</source>
        <translation>„%1“ endgültig löschen? Der Text, die Originaldatei und alle Notizen dazu verlassen dieses Projekt und seine Kopien auf diesem Rechner. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 is no text that can be shown as it is. Article › Properties gives the original file back.</source>
        <translation>%1 ist kein Text, der sich so zeigen lässt. Artikel › Eigenschaften gibt die Originaldatei zurück.</translation>
    </message>
    <message>
        <source>Please wait until “%1” is done, or cancel it.</source>
        <translation>Bitte warten, bis „%1“ fertig ist, oder es abbrechen.</translation>
    </message>
    <message>
        <source>Reading the original of %1</source>
        <translation>Das Original von %1 wird gelesen</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>a folder that %1 keeps in step with other computers</source>
        <translation>ein Ordner, den %1 mit anderen Rechnern abgleicht</translation>
    </message>
    <message>
        <source>a network folder (%1)</source>
        <translation>ein Netzwerkordner (%1)</translation>
    </message>
    <message>
        <source>%1 was moved, deleted or replaced by another program. Your edits are kept in memory; save a copy to keep them.</source>
        <translation>%1 wurde von einem anderen Programm verschoben, gelöscht oder ersetzt. Ihre Änderungen sind im Speicher; eine Kopie bewahrt sie.</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Your edits are saved, but no second copy of them can be kept: %1</source>
        <translation>Ihre Änderungen sind gespeichert, aber eine zweite Kopie davon lässt sich nicht führen: %1</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>%1 is damaged. What you do is kept; a repaired copy can be made of everything that can be proved.</source>
        <translation>%1 ist beschädigt. Was Sie tun, bleibt erhalten; von allem, was sich beweisen lässt, kann eine reparierte Kopie gemacht werden.</translation>
    </message>
    <message>
        <source>%1 lies in %2. Two computers that write it at once can each lose work there. Better work on a copy on this computer, and merge.</source>
        <translation>%1 liegt in %2. Zwei Rechner, die zugleich hineinschreiben, können dort Arbeit verlieren. Besser ist eine Kopie auf diesem Rechner, die später zusammengeführt wird.</translation>
    </message>
    <message>
        <source>Work on a Local Copy…</source>
        <translation>Mit einer lokalen Kopie arbeiten …</translation>
    </message>
    <message>
        <source>Bring Them Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Leave Them Out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>%1 (copy).assay</source>
        <translation>%1 (Kopie).assay</translation>
    </message>
    <message>
        <source>Assay projects (*.assay)</source>
        <translation>Assay-Projekte (*.assay)</translation>
    </message>
    <message>
        <source>Everything is saved in %1.</source>
        <translation>Alles ist in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Go On There</source>
        <translation>Dort weiterarbeiten</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>There is none yet: one is made when the project is closed, and after five minutes of rest.</source>
        <translation>Noch gibt es keinen: Einer entsteht, wenn das Projekt geschlossen wird, und nach fünf Minuten Ruhe.</translation>
    </message>
    <message>
        <source>A snapshot is made when the project is closed, and after five minutes of rest. Going back undoes what came after it, in one step that can be undone itself.</source>
        <translation>Ein Schnappschuss entsteht, wenn das Projekt geschlossen wird, und nach fünf Minuten Ruhe. Zurückgehen nimmt in einem Schritt zurück, was danach kam; auch das lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Go Back to This State</source>
        <translation>Zu diesem Stand zurückgehen</translation>
    </message>
    <message>
        <source>Open a Copy…</source>
        <translation>Kopie öffnen …</translation>
    </message>
    <message>
        <source>Open a Copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>snapshot.assay</source>
        <translation>schnappschuss.assay</translation>
    </message>
    <message>
        <source>Nothing was done since that snapshot.</source>
        <translation>Seit diesem Schnappschuss wurde nichts getan.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) were taken back. Undo brings them again.</source>
        <translation><numerusform>%n Änderung wurde zurückgenommen. Rückgängig holt sie wieder.</numerusform><numerusform>%n Änderungen wurden zurückgenommen. Rückgängig holt sie wieder.</numerusform></translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Forget It</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Repairing %1</source>
        <translation>%1 wird repariert</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were brought back and proved.</source>
        <translation><numerusform>%n Ereignis wurde zurückgeholt und bewiesen.</numerusform><numerusform>%n Ereignisse wurden zurückgeholt und bewiesen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n could not be proved and stand in %1.</source>
        <translation><numerusform>%n Ereignis ließ sich nicht beweisen und steht in %1.</numerusform><numerusform>%n Ereignisse ließen sich nicht beweisen und stehen in %1.</numerusform></translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>Die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>Export Annotated PDF</source>
        <translation>Annotierte PDF-Datei exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Export Annotated PDFs to a Folder</source>
        <translation>Annotierte PDF-Dateien in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Replace Files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with these names are in that folder already, for example %1. Replace them?</source>
        <translation><numerusform>%n Datei dieses Namens ist schon in dem Ordner, zum Beispiel %1. Ersetzen?</numerusform><numerusform>%n Dateien dieser Namen sind schon in dem Ordner, zum Beispiel %1. Ersetzen?</numerusform></translation>
    </message>
    <message>
        <source>Exporting “%1”</source>
        <translation>„%1“ wird exportiert</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n article(s)</source>
        <translation><numerusform>%n Artikel wird exportiert</numerusform><numerusform>%n Artikel werden exportiert</numerusform></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n PDF(s) to %1.</source>
        <translation><numerusform>%n PDF-Datei nach %1 exportiert.</numerusform><numerusform>%n PDF-Dateien nach %1 exportiert.</numerusform></translation>
    </message>
    <message>
        <source>Articles (%1);;All files (*)</source>
        <translation>Artikel (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add Articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Newer Version of This Article</source>
        <translation>Neuere Fassung dieses Artikels</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation><numerusform>%n Datei wird eingelesen</numerusform><numerusform>%n Dateien werden eingelesen</numerusform></translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation>Der Text ist derselbe.</translation>
    </message>
    <message>
        <source>The article has the newer text. What was said of sentences that both have was carried over.</source>
        <translation>Der Artikel hat den neueren Text. Was über gemeinsame Sätze gesagt war, wurde übernommen.</translation>
    </message>
    <message>
        <source>%1 is in the project already.</source>
        <translation>%1 ist schon im Projekt.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n file(s); what came in before is in the project.</source>
        <translation><numerusform>Nach %n Datei angehalten; was vorher hereinkam, ist im Projekt.</numerusform><numerusform>Nach %n Dateien angehalten; was vorher hereinkam, ist im Projekt.</numerusform></translation>
    </message>
    <message>
        <source>Show the One That Is There</source>
        <translation>Den vorhandenen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more.</source>
        <translation><numerusform>… und %n weiteres.</numerusform><numerusform>… und %n weitere.</numerusform></translation>
    </message>
    <message>
        <source>%1 seems to be a newer save of “%2”. Updating carries over what was said of sentences that both have.</source>
        <translation>%1 scheint eine neuere Fassung von „%2“ zu sein. Beim Aktualisieren wird übernommen, was über gemeinsame Sätze gesagt war.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) seem to be newer saves of articles that are in the project.</source>
        <translation><numerusform>%n Datei scheint die neuere Fassung eines Artikels im Projekt zu sein.</numerusform><numerusform>%n Dateien scheinen neuere Fassungen von Artikeln im Projekt zu sein.</numerusform></translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Keep Both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Of the sentences %1 are the same, %2 lightly edited, %3 new, and %4 are gone.</source>
        <translation>Von den Sätzen sind %1 gleich, %2 leicht bearbeitet, %3 neu, und %4 sind weg.</translation>
    </message>
    <message>
        <source>Write It Anew</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>It holds the reviews of %1 articles. They come back from PDFs of single articles only; this is its text.</source>
        <translation>Es enthält die Prüfungen von %1 Artikeln. Sie kommen nur aus PDF-Dateien einzelner Artikel zurück; dies ist sein Text.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>Still Working</source>
        <translation>Noch bei der Arbeit</translation>
    </message>
    <message>
        <source>%1 is not done yet.</source>
        <translation>%1 ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Stop It</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Not Saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) could not be saved: %1</source>
        <translation><numerusform>%n Änderung konnte nicht gespeichert werden: %1</numerusform><numerusform>%n Änderungen konnten nicht gespeichert werden: %1</numerusform></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Leave Without Them</source>
        <translation>Ohne sie verlassen</translation>
    </message>
    <message>
        <source>Merge Project</source>
        <translation>Projekt zusammenführen</translation>
    </message>
    <message>
        <source>Assay projects (*.assay);;All files (*)</source>
        <translation>Assay-Projekte (*.assay);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Everything in %1 is in this project already.</source>
        <translation>Alles in %1 ist schon in diesem Projekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) by %1 come in.</source>
        <translation><numerusform>%n Ereignis von %1 kommt herein.</numerusform><numerusform>%n Ereignisse von %1 kommen herein.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are added.</source>
        <translation><numerusform>%n Artikel kommt hinzu.</numerusform><numerusform>%n Artikel kommen hinzu.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were made by a newer Assay: they are kept, not understood.</source>
        <translation><numerusform>%n Ereignis stammt von einem neueren Assay: Es wird bewahrt, aber nicht verstanden.</numerusform><numerusform>%n Ereignisse stammen von einem neueren Assay: Sie werden bewahrt, aber nicht verstanden.</numerusform></translation>
    </message>
    <message>
        <source>Nothing that is said here now reads otherwise afterwards.</source>
        <translation>Nichts, was hier gesagt ist, lautet danach anders.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) said here would read otherwise, because later word came:</source>
        <translation><numerusform>%n Angabe von hier würde anders lauten, weil später etwas anderes gesagt wurde:</numerusform><numerusform>%n Angaben von hier würden anders lauten, weil später etwas anderes gesagt wurde:</numerusform></translation>
    </message>
    <message>
        <source>The merge can be undone in one step.</source>
        <translation>Das Zusammenführen lässt sich in einem Schritt rückgängig machen.</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came in.</source>
        <translation><numerusform>%n Ereignis kam herein.</numerusform><numerusform>%n Ereignisse kamen herein.</numerusform></translation>
    </message>
    <message>
        <source>Re&amp;view As</source>
        <translation>P&amp;rüfen als</translation>
    </message>
    <message>
        <source>Tags of Ot&amp;hers</source>
        <translation>Einordnungen an&amp;derer</translation>
    </message>
    <message>
        <source>Another reviewer of this project is called “%1” too.</source>
        <translation>Auch eine andere prüfende Person dieses Projekts heißt „%1“.</translation>
    </message>
    <message>
        <source>That Is Me</source>
        <translation>Das bin ich</translation>
    </message>
    <message>
        <source>Use Another Name…</source>
        <translation>Einen anderen Namen nehmen …</translation>
    </message>
    <message>
        <source>&amp;New Reviewer…</source>
        <translation>&amp;Neue Person …</translation>
    </message>
    <message>
        <source>&amp;Nobody’s</source>
        <translation>&amp;Niemandes</translation>
    </message>
    <message>
        <source>&amp;Everyone’s</source>
        <translation>&amp;Von allen</translation>
    </message>
    <message>
        <source>New Reviewer</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>Name, as it stands in this project and in exports:</source>
        <translation>Name, wie er in diesem Projekt und in Exporten steht:</translation>
    </message>
    <message>
        <source>There is a reviewer called “%1” in this project already.</source>
        <translation>In diesem Projekt gibt es schon eine Person namens „%1“.</translation>
    </message>
    <message>
        <source>Reviewer’s Name</source>
        <translation>Name der prüfenden Person</translation>
    </message>
    <message>
        <source>Your name, as it stands in projects and exports:</source>
        <translation>Ihr Name, wie er in Projekten und Exporten steht:</translation>
    </message>
    <message>
        <source>Save Original</source>
        <translation>Original speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The original file is in %1.</source>
        <translation>Die Originaldatei ist in %1.</translation>
    </message>
    <message>
        <source>Reading %1 again</source>
        <translation>%1 wird noch einmal gelesen</translation>
    </message>
    <message>
        <source>Read as %1 the text is the same.</source>
        <translation>Als %1 gelesen ist der Text derselbe.</translation>
    </message>
    <message>
        <source>The article was read again as %1. Undo takes it back.</source>
        <translation>Der Artikel wurde als %1 noch einmal gelesen. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Page furniture is not tagged.</source>
        <translation>Seitenbeiwerk wird nicht eingeordnet.</translation>
    </message>
    <message>
        <source>All Keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Rules for Hard Cases</source>
        <translation>Regeln für schwierige Fälle</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>erweitern</translation>
    </message>
    <message>
        <source>again</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>split</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>other reader</source>
        <translation>anderer Leser</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <translation>Tasten: %1</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>%1 – Assay</source>
        <translation>%1 – Assay</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>About Assay</source>
        <translation>Über Assay</translation>
    </message>
    <message>
        <source>Assay %1
Review health articles, sentence by sentence.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Assay %1
Gesundheitsartikel Satz für Satz prüfen.
Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Split: ← → move the place, %1 or Return splits, Escape leaves</source>
        <translation>Teilen: ← → bewegen die Stelle, %1 oder Eingabe teilt, Escape verlässt</translation>
    </message>
    <message>
        <source>Show the Unsure Ones</source>
        <translation>Die unsicheren zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Every sentence of this article is tagged; you are unsure of %n.</source>
        <translation><numerusform>Jeder Satz dieses Artikels ist eingeordnet; bei %n sind Sie unsicher.</numerusform><numerusform>Jeder Satz dieses Artikels ist eingeordnet; bei %n sind Sie unsicher.</numerusform></translation>
    </message>
    <message>
        <source>Every sentence of this article is tagged.</source>
        <translation>Jeder Satz dieses Artikels ist eingeordnet.</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Auffälliges</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>All Issues</source>
        <translation>Alles Auffällige</translation>
    </message>
    <message>
        <source>No sentence of this article is marked unsure.</source>
        <translation>In diesem Artikel ist kein Satz als unsicher markiert.</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>Fensterteil: %1</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Go to article</source>
        <translation>Zum Artikel gehen</translation>
    </message>
    <message>
        <source>Undo History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Go Here</source>
        <translation>Hierhin gehen</translation>
    </message>
    <message>
        <source>Changes by Others</source>
        <translation>Änderungen anderer</translation>
    </message>
    <message>
        <source>What came into this project since you last had it open here, the latest on top.</source>
        <translation>Was in dieses Projekt kam, seit Sie es hier zuletzt offen hatten, das Neueste oben.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Only This Key</source>
        <translation>&amp;Nur diese Taste</translation>
    </message>
    <message>
        <source>This Key &amp;Too</source>
        <translation>Diese Taste a&amp;uch</translation>
    </message>
    <message>
        <source>As It &amp;Came</source>
        <translation>Wie &amp;vorgegeben</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Befehle filtern</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>&amp;All as They Came</source>
        <translation>&amp;Alle wie vorgegeben</translation>
    </message>
    <message>
        <source>⚠ %1 is the key of “%2”, which would lose it.</source>
        <translation>⚠ %1 ist die Taste von „%2“, das sie verlöre.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Another font than the one that comes with Assay</source>
        <translation>Eine andere Schrift als die mitgelieferte</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Schrift des Textes</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Schrift</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Wi&amp;dest line</source>
        <translation>&amp;Breiteste Zeile</translation>
    </message>
    <message>
        <source>Line &amp;height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Another language is there after the next start.</source>
        <translation>Eine andere Sprache ist nach dem nächsten Start da.</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>&amp;Size of words outside of articles</source>
        <translation>&amp;Größe der Wörter außerhalb der Artikel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Words that hint at a tag get a row of small dots. A cue is a hint for the eye and never a tag. Files of your own, in the format of KSyntaxHighlighting with the section “Cues”, are found in %1.</source>
        <translation>Wörter, die auf eine Einordnung hinweisen, bekommen eine Reihe kleiner Punkte. Ein Hinweiswort ist ein Wink fürs Auge und nie eine Einordnung. Eigene Dateien im Format von KSyntaxHighlighting mit dem Abschnitt „Cues“ werden in %1 gefunden.</translation>
    </message>
    <message>
        <source>%1 (hints at %2)</source>
        <translation>%1 (weist hin auf %2)</translation>
    </message>
    <message>
        <source>The kinds are listed once an article was shown.</source>
        <translation>Die Arten stehen hier, sobald ein Artikel gezeigt wurde.</translation>
    </message>
    <message>
        <source>&amp;Open My Folder</source>
        <translation>Meinen &amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Read &amp;Again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 tagged</source>
        <translation>%1 von %2 eingeordnet</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) not saved yet: %1</source>
        <translation><numerusform>%n Änderung noch nicht gespeichert: %1</numerusform><numerusform>%n Änderungen noch nicht gespeichert: %1</numerusform></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>Artikel hinzufügen …</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren …</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Caveat</source>
        <translation>Vorbehalt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>This project has no articles yet</source>
        <translation>Dieses Projekt hat noch keine Artikel</translation>
    </message>
    <message>
        <source>Add articles, or drop them on this window. Each sentence can then be tagged with one key: E evidence, M marketing, C caveat, 0 none of these.</source>
        <translation>Fügen Sie Artikel hinzu oder ziehen Sie sie auf dieses Fenster. Jeder Satz lässt sich dann mit einer Taste einordnen: E Beleg, M Werbung, C Vorbehalt, 0 nichts davon.</translation>
    </message>
    <message>
        <source>Add Articles…</source>
        <translation>Artikel hinzufügen …</translation>
    </message>
    <message>
        <source>Review health articles, sentence by sentence</source>
        <translation>Gesundheitsartikel Satz für Satz prüfen</translation>
    </message>
    <message>
        <source>A project is one file that holds the articles and everything you say about them. Make one, open one, or drop articles on this window to start.</source>
        <translation>Ein Projekt ist eine Datei, die die Artikel enthält und alles, was Sie dazu sagen. Legen Sie eines an, öffnen Sie eines, oder ziehen Sie Artikel auf dieses Fenster.</translation>
    </message>
    <message>
        <source>New Project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Try the Sample Project</source>
        <translation>Das Beispielprojekt ausprobieren</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>The article's sentence table is damaged.</source>
        <translation>Die Satztabelle des Artikels ist beschädigt.</translation>
    </message>
    <message>
        <source>statistic</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>caveat</source>
        <translation>Vorbehalt</translation>
    </message>
    <message>
        <source>research</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Zeitschrift</translation>
    </message>
    <message>
        <source>hype</source>
        <translation>Überschwang</translation>
    </message>
    <message>
        <source>testimonial</source>
        <translation>Erfahrungsbericht</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>benefit</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>hedge</source>
        <translation>Abschwächung</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>there is no list “%1”</source>
        <translation>es gibt keine Liste „%1“</translation>
    </message>
    <message>
        <source>there is no context “%1”</source>
        <translation>es gibt keinen Kontext „%1“</translation>
    </message>
    <message>
        <source>there is no itemData “%1”</source>
        <translation>es gibt keine itemData „%1“</translation>
    </message>
    <message>
        <source>“%1” needs another defStyleNum than dsNormal</source>
        <translation>„%1“ braucht einen anderen defStyleNum als dsNormal</translation>
    </message>
    <message>
        <source>it has no context or no itemData</source>
        <translation>es fehlt ein Kontext oder itemData</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>it begins with &lt;%1&gt;, not with &lt;language&gt;</source>
        <translation>es beginnt mit &lt;%1&gt;, nicht mit &lt;language&gt;</translation>
    </message>
    <message>
        <source>&lt;language&gt; has no %1</source>
        <translation>&lt;language&gt; hat kein %1</translation>
    </message>
    <message>
        <source>the section has to be “Cues”</source>
        <translation>der Abschnitt (section) muss „Cues“ sein</translation>
    </message>
    <message>
        <source>&lt;%1&gt; has no String</source>
        <translation>&lt;%1&gt; hat keinen String</translation>
    </message>
    <message>
        <source>the pattern is not valid at character %1: %2</source>
        <translation>das Muster ist bei Zeichen %1 ungültig: %2</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It has too much text for one article.</source>
        <translation>Für einen Artikel ist das zu viel Text.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a folder, not an article.</source>
        <translation>%1 ist ein Ordner, kein Artikel.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is %2; Assay reads files up to %3.</source>
        <translation>%1 ist %2 groß; Assay liest Dateien bis %3.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 grew while it was read.</source>
        <translation>%1 wuchs beim Lesen.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>Es ist kein Text darin.</translation>
    </message>
    <message>
        <source>Reading it takes longer than a file may take.</source>
        <translation>Das Lesen dauert länger, als eine Datei dauern darf.</translation>
    </message>
    <message>
        <source>Reading it takes more memory than a file may have.</source>
        <translation>Das Lesen braucht mehr Speicher, als eine Datei haben darf.</translation>
    </message>
    <message>
        <source>It is damaged in a way that cannot be read past.</source>
        <translation>Sie ist so beschädigt, dass sich nicht darüber hinweglesen lässt.</translation>
    </message>
    <message>
        <source>The program that reads files, %1, does not start.</source>
        <translation>Das Programm, das Dateien liest, %1, startet nicht.</translation>
    </message>
    <message>
        <source>%1
First caveat at %2 % of the text</source>
        <translation>%1
Erster Vorbehalt nach %2 % des Textes</translation>
    </message>
    <message>
        <source>%1, %2 of %3 sentences tagged</source>
        <translation>%1, %2 von %3 Sätzen eingeordnet</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Tag cleared</source>
        <translation>Einordnung zurückgenommen</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Source removed</source>
        <translation>Quelle entfernt</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>Seitenbeiwerk</translation>
    </message>
    <message>
        <source>Part of the article</source>
        <translation>Teil des Artikels</translation>
    </message>
    <message>
        <source>Article added</source>
        <translation>Artikel hinzugefügt</translation>
    </message>
    <message>
        <source>Article removed</source>
        <translation>Artikel entfernt</translation>
    </message>
    <message>
        <source>Article erased for good</source>
        <translation>Artikel endgültig gelöscht</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>Umbenannt in %1</translation>
    </message>
    <message>
        <source>Marked as done</source>
        <translation>Als erledigt markiert</translation>
    </message>
    <message>
        <source>Marked as skipped</source>
        <translation>Als übersprungen markiert</translation>
    </message>
    <message>
        <source>Marked as to do</source>
        <translation>Als offen markiert</translation>
    </message>
    <message>
        <source>Newer text</source>
        <translation>Neuerer Text</translation>
    </message>
    <message>
        <source>Link removed</source>
        <translation>Verknüpfung entfernt</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>Verknüpft: %1</translation>
    </message>
    <message>
        <source>Match refused</source>
        <translation>Übereinstimmung abgelehnt</translation>
    </message>
    <message>
        <source>Match no longer refused</source>
        <translation>Übereinstimmung nicht mehr abgelehnt</translation>
    </message>
    <message>
        <source>Reviewer %1</source>
        <translation>Prüfende Person %1</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>List item %1 of %2</source>
        <translation>Listenpunkt %1 von %2</translation>
    </message>
    <message>
        <source>Sentence %1 of %2</source>
        <translation>Satz %1 von %2</translation>
    </message>
    <message>
        <source>untagged</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Another copy merged</source>
        <translation>Eine andere Kopie zusammengeführt</translation>
    </message>
    <message>
        <source>Undone or redone</source>
        <translation>Rückgängig gemacht oder wiederhergestellt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Something of a newer Assay (%1)</source>
        <translation>Etwas von einem neueren Assay (%1)</translation>
    </message>
    <message>
        <source>Merge, or return to a snapshot</source>
        <translation>Zusammenführen, oder Rückkehr zu einem Schnappschuss</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation><numerusform>%1, und %n weitere</numerusform><numerusform>%1, und %n weitere</numerusform></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there is untouched.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Was dort war, ist unberührt.</translation>
    </message>
    <message>
        <source>An event of kind %1 cannot be understood.</source>
        <translation>Ein Ereignis der Art %1 ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>There is no such sentence in “%1”.</source>
        <translation>In „%1“ gibt es diesen Satz nicht.</translation>
    </message>
    <message>
        <source>This article is not in the project.</source>
        <translation>Dieser Artikel ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Es ist kein Projekt geöffnet.</translation>
    </message>
    <message>
        <source>The text of “%1” is damaged.</source>
        <translation>Der Text von „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>There is nothing to split off.</source>
        <translation>Hier gibt es nichts abzuteilen.</translation>
    </message>
    <message>
        <source>There is no sentence to join with.</source>
        <translation>Es gibt keinen Satz zum Verbinden.</translation>
    </message>
    <message>
        <source>Page furniture is not joined with sentences.</source>
        <translation>Seitenbeiwerk wird nicht mit Sätzen verbunden.</translation>
    </message>
    <message>
        <source>The file's structure cannot be read.</source>
        <translation>Der Aufbau der Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Structure: %1</source>
        <translation>Aufbau: %1</translation>
    </message>
    <message>
        <source>The log was changed or cut at event %1 of session %2.</source>
        <translation>Das Protokoll wurde bei Ereignis %1 der Sitzung %2 geändert oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Events of session %1 are missing: %2 of them were seen before.</source>
        <translation>Ereignisse der Sitzung %1 fehlen: %2 davon waren schon zu sehen.</translation>
    </message>
    <message>
        <source>The stored texts cannot be read.</source>
        <translation>Die gespeicherten Texte sind nicht lesbar.</translation>
    </message>
    <message>
        <source>A text that event %1 of session %2 names is missing.</source>
        <translation>Ein Text, den Ereignis %1 der Sitzung %2 nennt, fehlt.</translation>
    </message>
    <message>
        <source>The text of “%1” is missing or damaged.</source>
        <translation>Der Text von „%1“ fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Event %1 of session %2 is about a place that no text has.</source>
        <translation>Ereignis %1 der Sitzung %2 betrifft eine Stelle, die kein Text hat.</translation>
    </message>
    <message>
        <source>Event %1 of session %2 cannot be understood.</source>
        <translation>Ereignis %1 der Sitzung %2 ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The tables of the present state do not match the log; --repair rebuilds them.</source>
        <translation>Die Tabellen des jetzigen Stands passen nicht zum Protokoll; --repair baut sie neu auf.</translation>
    </message>
    <message>
        <source>it was moved, deleted or replaced while it was open; edits since then are kept in memory and can be saved as a copy</source>
        <translation>sie wurde verschoben, gelöscht oder ersetzt, während sie offen war; spätere Änderungen sind im Speicher und lassen sich als Kopie sichern</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>ein anderes Programm hält sie gesperrt</translation>
    </message>
    <message>
        <source>it may not be written</source>
        <translation>sie darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the disk or the network does not answer as it should</source>
        <translation>der Datenträger oder das Netz antwortet nicht, wie es soll</translation>
    </message>
    <message>
        <source>the system reports an error</source>
        <translation>das System meldet einen Fehler</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 is not there. Nothing was changed.</source>
        <translation>%1 ist nicht da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a project.</source>
        <translation>%1 ist ein Ordner, kein Projekt.</translation>
    </message>
    <message>
        <source>%1 exists already and was left as it is.</source>
        <translation>%1 gibt es schon und wurde gelassen, wie es war.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes). It was left as it is; a copy from a backup can be opened instead.</source>
        <translation>%1 ist leer (0 Byte). Sie wurde gelassen, wie sie war; eine Sicherungskopie lässt sich stattdessen öffnen.</translation>
    </message>
    <message>
        <source>%1 may not be read by this user. Nothing was changed.</source>
        <translation>%1 darf von dieser Person nicht gelesen werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Nothing was changed.</source>
        <translation>%1 lässt sich nicht öffnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Qt's SQLite driver does not use the system's SQLite. Please install the matching packages.</source>
        <translation>Qts SQLite-Treiber nutzt nicht das SQLite des Systems. Bitte die passenden Pakete installieren.</translation>
    </message>
    <message>
        <source>It is only looked at.</source>
        <translation>Es wird nur angesehen.</translation>
    </message>
    <message>
        <source>%1 is not an Assay project. It was left as it is.</source>
        <translation>%1 ist kein Assay-Projekt. Es wurde gelassen, wie es war.</translation>
    </message>
    <message>
        <source>It was written by a newer Assay. It can be read, but not changed, with this one.</source>
        <translation>Es wurde von einem neueren Assay geschrieben. Mit diesem lässt es sich lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>%1 says it is an Assay project, but its tables are not those of one. It was left as it is.</source>
        <translation>%1 gibt sich als Assay-Projekt aus, aber seine Tabellen sind keine. Es wurde gelassen, wie es war.</translation>
    </message>
    <message>
        <source>The file is read-only. It can be read, but not changed.</source>
        <translation>Die Datei ist schreibgeschützt. Sie lässt sich lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>%1 is kept open by a program that does not let Assay write safely.</source>
        <translation>%1 wird von einem Programm offen gehalten, das Assay nicht sicher schreiben lässt.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is this project itself.</source>
        <translation>%1 ist dieses Projekt selbst.</translation>
    </message>
    <message>
        <source>%1 is damaged, so nothing of it was taken over: %2</source>
        <translation>%1 ist beschädigt, darum wurde nichts übernommen: %2</translation>
    </message>
    <message>
        <source>%1 and this project tell different stories of the same session, so one of them was changed by another program. Nothing was taken over.</source>
        <translation>%1 und dieses Projekt erzählen dieselbe Sitzung verschieden, also hat ein anderes Programm eines davon geändert. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>Nothing could be salvaged of %1: neither the file nor copies on this computer hold an event that can be proved. It was left as it is.</source>
        <translation>Von %1 ließ sich nichts retten: Weder die Datei noch Kopien auf diesem Rechner enthalten ein beweisbares Ereignis. Sie wurde gelassen, wie sie war.</translation>
    </message>
    <message>
        <source>%1 cannot be renamed; what was salvaged is in %2.</source>
        <translation>%1 lässt sich nicht umbenennen; das Gerettete ist in %2.</translation>
    </message>
    <message>
        <source>What was salvaged is in %1.</source>
        <translation>Das Gerettete ist in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>No copies are kept.</source>
        <translation>Es werden keine Kopien geführt.</translation>
    </message>
    <message>
        <source>%1: a text that the log names is missing.</source>
        <translation>%1: Ein Text, den das Protokoll nennt, fehlt.</translation>
    </message>
    <message>
        <source>%1: a stored text is damaged.</source>
        <translation>%1: Ein gespeicherter Text ist beschädigt.</translation>
    </message>
    <message>
        <source>%1: the system reports an error.</source>
        <translation>%1: Das System meldet einen Fehler.</translation>
    </message>
    <message>
        <source>All Commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Properties of “%1”</source>
        <translation>Eigenschaften von „%1“</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasst von</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>, by Assay %1</source>
        <translation>, von Assay %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Save Original…</source>
        <translation>Original speichern …</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Reads the original file with the encoding chosen here</source>
        <translation>Liest die Originaldatei mit dem hier gewählten Zeichensatz</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>erraten</translation>
    </message>
    <message>
        <source>Original Source of “%1”</source>
        <translation>Originalquelle von „%1“</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Ganzes Projekt</translation>
    </message>
    <message>
        <source>By sentences</source>
        <translation>Nach Sätzen</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Nach Wörtern</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>Shares are of what is tagged or still to be tagged; page furniture and untagged headings do not count.</source>
        <translation>Anteile an dem, was eingeordnet oder noch offen ist; Seitenbeiwerk und nicht eingeordnete Überschriften zählen nicht.</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Eingeordnet</translation>
    </message>
    <message>
        <source>First caveat at %</source>
        <translation>Erster Vorbehalt bei %</translation>
    </message>
    <message>
        <source>CUES</source>
        <translation>HINWEISWÖRTER</translation>
    </message>
    <message>
        <source>OTHER REVIEWERS</source>
        <translation>ANDERE PRÜFENDE</translation>
    </message>
    <message>
        <source>Why? What is missing?</source>
        <translation>Warum? Was fehlt?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>DOI, PMID, trial number or URL</source>
        <translation>DOI, PMID, Studiennummer oder URL</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>NO SENTENCE CHOSEN</source>
        <translation>KEIN SATZ GEWÄHLT</translation>
    </message>
    <message>
        <source>PAGE FURNITURE</source>
        <translation>SEITENBEIWERK</translation>
    </message>
    <message>
        <source>HEADING</source>
        <translation>ÜBERSCHRIFT</translation>
    </message>
    <message>
        <source>LIST ITEM %1 OF %2</source>
        <translation>LISTENPUNKT %1 VON %2</translation>
    </message>
    <message>
        <source>SENTENCE %1 OF %2</source>
        <translation>SATZ %1 VON %2</translation>
    </message>
    <message>
        <source>%1, hints at %2</source>
        <translation>%1, weist hin auf %2</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>keine Einordnung</translation>
    </message>
    <message>
        <source>, unsure</source>
        <translation>, unsicher</translation>
    </message>
    <message numerus="yes">
        <source>not started, %n sentence(s)</source>
        <translation><numerusform>nicht begonnen, %n Satz</numerusform><numerusform>nicht begonnen, %n Sätze</numerusform></translation>
    </message>
    <message>
        <source>%1 · done</source>
        <translation>%1 · erledigt</translation>
    </message>
    <message>
        <source>%1 · skipped</source>
        <translation>%1 · übersprungen</translation>
    </message>
    <message>
        <source>%1 % %2</source>
        <translation>%1 % %2</translation>
    </message>
    <message>
        <source>No article fits this filter.</source>
        <translation>Kein Artikel passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Order of the articles, and which are listed</source>
        <translation>Reihenfolge der Artikel, und welche gezeigt werden</translation>
    </message>
    <message>
        <source>THIS PROJECT</source>
        <translation>DIESES PROJEKT</translation>
    </message>
    <message>
        <source>As They Came In</source>
        <translation>Wie sie hereinkamen</translation>
    </message>
    <message>
        <source>By Title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Least Tagged First</source>
        <translation>Am wenigsten eingeordnete zuerst</translation>
    </message>
    <message>
        <source>Most Marketing First</source>
        <translation>Meiste Werbung zuerst</translation>
    </message>
    <message>
        <source>Latest First Caveat First</source>
        <translation>Spätester erster Vorbehalt zuerst</translation>
    </message>
    <message>
        <source>All Articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Only Not Started</source>
        <translation>Nur nicht begonnene</translation>
    </message>
    <message>
        <source>Only Started</source>
        <translation>Nur begonnene</translation>
    </message>
    <message>
        <source>Only Done</source>
        <translation>Nur erledigte</translation>
    </message>
    <message>
        <source>Only Skipped</source>
        <translation>Nur übersprungene</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n article(s)</source>
        <translation><numerusform>%n Artikel filtern</numerusform><numerusform>%n Artikel filtern</numerusform></translation>
    </message>
    <message>
        <source>Show in the Other Reader</source>
        <translation>Im anderen Leser zeigen</translation>
    </message>
    <message>
        <source>No caveat yet</source>
        <translation>Noch kein Vorbehalt</translation>
    </message>
    <message>
        <source>First caveat at %1 % of the text</source>
        <translation>Erster Vorbehalt nach %1 % des Textes</translation>
    </message>
    <message>
        <source>imported %1</source>
        <translation>eingelesen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation><numerusform>%n Satz</numerusform><numerusform>%n Sätze</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation><numerusform>%n Wort</numerusform><numerusform>%n Wörter</numerusform></translation>
    </message>
    <message>
        <source>Not reviewed yet, %1</source>
        <translation>Noch nicht geprüft, %1</translation>
    </message>
    <message>
        <source>Reviewed by %1, %2</source>
        <translation>Geprüft von %1, %2</translation>
    </message>
    <message>
        <source>What this article is made of</source>
        <translation>Woraus dieser Artikel besteht</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Einordnung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>First at</source>
        <translation>Zuerst bei</translation>
    </message>
    <message>
        <source>Evidence, solid line</source>
        <translation>Beleg, durchgezogene Linie</translation>
    </message>
    <message>
        <source>Marketing, dashed line</source>
        <translation>Werbung, gestrichelte Linie</translation>
    </message>
    <message>
        <source>Caveat, dotted line</source>
        <translation>Vorbehalt, gepunktete Linie</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>sentence %1</source>
        <translation>Satz %1</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Wo es steht</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>no caveat</source>
        <translation>kein Vorbehalt</translation>
    </message>
    <message>
        <source>the first caveat stands at %1 % of the text</source>
        <translation>der erste Vorbehalt steht nach %1 % des Textes</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Where the tags stand</source>
        <translation>Wo die Einordnungen stehen</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>Text des Artikels</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of page furniture</source>
        <translation><numerusform>%n Stück Seitenbeiwerk</numerusform><numerusform>%n Stücke Seitenbeiwerk</numerusform></translation>
    </message>
    <message>
        <source>Close this reader</source>
        <translation>Diesen Leser schließen</translation>
    </message>
    <message>
        <source>Drag onto the other reader to show this article there</source>
        <translation>Auf den anderen Leser ziehen, um diesen Artikel dort zu zeigen</translation>
    </message>
    <message>
        <source>Choose an article in the list on the left,
or drop a file here.</source>
        <translation>Wählen Sie links einen Artikel,
oder ziehen Sie eine Datei hierher.</translation>
    </message>
    <message>
        <source>By sentences: %1
By words: %2</source>
        <translation>Nach Sätzen: %1
Nach Wörtern: %2</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Find in all articles and notes</source>
        <translation>In allen Artikeln und Notizen suchen</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Jede Einordnung</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfende Person</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>Gefundene Sätze</translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>Meine Einordnungen</translation>
    </message>
    <message>
        <source>Type some words, or choose a tag, to list sentences.</source>
        <translation>Wörter eingeben oder eine Einordnung wählen, um Sätze aufzulisten.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>%L1 listed; these words stand in so many places that only the first were looked at.</source>
        <translation>%L1 aufgelistet; diese Wörter stehen an so vielen Stellen, dass nur die ersten angesehen wurden.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n gefunden</numerusform><numerusform>%n gefunden</numerusform></translation>
    </message>
    <message>
        <source>The theme “%1” is damaged.</source>
        <translation>Das Farbschema „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>%1 of %2 words agree: %3</source>
        <translation>%1 von %2 Wörtern stimmen überein: %3</translation>
    </message>
    <message>
        <source>%1 of %2 words in the same order</source>
        <translation>%1 von %2 Wörtern in derselben Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Conflict</source>
        <translation>&amp;Widerspruch</translation>
    </message>
    <message>
        <source>&amp;Go to the Match</source>
        <translation>Zur &amp;Entsprechung</translation>
    </message>
    <message>
        <source>&amp;Keep the Match in View</source>
        <translation>Entsprechung im &amp;Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Link the Two Sentences…</source>
        <translation>Beide Sätze &amp;verknüpfen …</translation>
    </message>
    <message>
        <source>&amp;Lists of Matches</source>
        <translation>&amp;Listen der Entsprechungen</translation>
    </message>
    <message>
        <source>&amp;Next Match</source>
        <translation>&amp;Nächste Entsprechung</translation>
    </message>
    <message>
        <source>&amp;Not the same</source>
        <translation>&amp;Nicht dasselbe</translation>
    </message>
    <message>
        <source>&amp;Previous Match</source>
        <translation>Vo&amp;rige Entsprechung</translation>
    </message>
    <message>
        <source>&amp;Same claim</source>
        <translation>&amp;Selbe Aussage</translation>
    </message>
    <message>
        <source>&amp;Take my link back</source>
        <translation>Verknüpfung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Both readers show the same article.</source>
        <translation>Beide Leser zeigen denselben Artikel.</translation>
    </message>
    <message>
        <source>C&amp;opied</source>
        <translation>A&amp;bgeschrieben</translation>
    </message>
    <message>
        <source>Caveats</source>
        <translation>Vorbehalte</translation>
    </message>
    <message>
        <source>Caveats of the first that the second leaves out</source>
        <translation>Vorbehalte des ersten, die der zweite weglässt</translation>
    </message>
    <message>
        <source>Caveats of the second that the first leaves out</source>
        <translation>Vorbehalte des zweiten, die der erste weglässt</translation>
    </message>
    <message>
        <source>Choose Two Files to Compare</source>
        <translation>Zwei Dateien zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>Choose a sentence in each reader, then link them.</source>
        <translation>Wählen Sie in jedem Leser einen Satz und verknüpfen Sie sie dann.</translation>
    </message>
    <message>
        <source>Choose a sentence or a row to see what is different.</source>
        <translation>Wählen Sie einen Satz oder eine Zeile, um den Unterschied zu sehen.</translation>
    </message>
    <message>
        <source>Choose a sentence that has a match, then refuse it.</source>
        <translation>Wählen Sie einen Satz mit einer Entsprechung und lehnen Sie sie dann ab.</translation>
    </message>
    <message>
        <source>Choose exactly two files to compare.</source>
        <translation>Wählen Sie genau zwei Dateien zum Vergleichen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare Two &amp;Files…</source>
        <translation>Zwei &amp;Dateien vergleichen …</translation>
    </message>
    <message>
        <source>Compare Two Files…</source>
        <translation>Zwei Dateien vergleichen …</translation>
    </message>
    <message>
        <source>Compare with an &amp;Earlier Version…</source>
        <translation>Mit &amp;früherer Fassung vergleichen …</translation>
    </message>
    <message>
        <source>Comparing: %1 of %2</source>
        <translation>Vergleiche: %1 von %2</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Comparison of two articles</source>
        <translation>Vergleich zweier Artikel</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Abgeschrieben</translation>
    </message>
    <message>
        <source>Difference of the pair</source>
        <translation>Unterschied des Paars</translation>
    </message>
    <message>
        <source>Dropped caveats</source>
        <translation>Weggelassene Vorbehalte</translation>
    </message>
    <message>
        <source>E&amp;xport the Comparison…</source>
        <translation>Vergleich e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Earlier Versions</source>
        <translation>Frühere Fassungen</translation>
    </message>
    <message>
        <source>Export the Comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Give &amp;Identical Sentences the Same Tag…</source>
        <translation>&amp;Gleichen Sätzen dieselbe Einordnung geben …</translation>
    </message>
    <message>
        <source>IN OTHER ARTICLES · %1</source>
        <translation>IN ANDEREN ARTIKELN · %1</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Im Widerspruch</translation>
    </message>
    <message>
        <source>Least likeness that counts as a match</source>
        <translation>Geringste Ähnlichkeit, die als Entsprechung gilt</translation>
    </message>
    <message>
        <source>Lists of the comparison</source>
        <translation>Listen des Vergleichs</translation>
    </message>
    <message>
        <source>Little is known of this language: words that mean the same are not recognised.</source>
        <translation>Über diese Sprache ist wenig bekannt: Wörter gleicher Bedeutung werden nicht erkannt.</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Entsprechungen</translation>
    </message>
    <message>
        <source>Matches are found by words, figures and sources, and set right by hand. That no match was found is no proof that there is none.</source>
        <translation>Entsprechungen werden an Wörtern, Zahlen und Quellen erkannt und von Hand berichtigt. Dass keine gefunden wurde, beweist nicht, dass es keine gibt.</translation>
    </message>
    <message>
        <source>No match of this sentence was found in the other article.</source>
        <translation>Zu diesem Satz wurde im anderen Artikel keine Entsprechung gefunden.</translation>
    </message>
    <message>
        <source>No match was found. That is no proof: half of what says the same shares too few words. Link it by hand where you know better.</source>
        <translation>Es wurde keine Entsprechung gefunden. Das ist kein Beweis: Die Hälfte dessen, was dasselbe sagt, hat zu wenige Wörter gemeinsam. Verknüpfen Sie von Hand, wo Sie es besser wissen.</translation>
    </message>
    <message>
        <source>No untagged sentence of this project stands, word for word, in another article with one tag of yours.</source>
        <translation>Kein offener Satz dieses Projekts steht Wort für Wort in einem anderen Artikel mit einer Einordnung von Ihnen.</translation>
    </message>
    <message>
        <source>No&amp;t the Same</source>
        <translation>Nich&amp;t dasselbe</translation>
    </message>
    <message>
        <source>One &amp;backs the other</source>
        <translation>Einer &amp;stützt den anderen</translation>
    </message>
    <message>
        <source>One of the two has no sentences to compare.</source>
        <translation>Einer der beiden hat keine Sätze zum Vergleichen.</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Only in A</source>
        <translation>Nur in A</translation>
    </message>
    <message>
        <source>Only in B</source>
        <translation>Nur in B</translation>
    </message>
    <message>
        <source>Open the second reader to compare two articles.</source>
        <translation>Öffnen Sie den zweiten Leser, um zwei Artikel zu vergleichen.</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Table (*.csv)</source>
        <translation>PDF (*.pdf);;Webseite (*.html);;Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Reading two files</source>
        <translation>Lese zwei Dateien</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>S&amp;wap the Readers</source>
        <translation>Leser &amp;tauschen</translation>
    </message>
    <message>
        <source>Same claim</source>
        <translation>Selbe Aussage</translation>
    </message>
    <message>
        <source>Tag All</source>
        <translation>Alle einordnen</translation>
    </message>
    <message>
        <source>Tags of %1.</source>
        <translation>Einordnungen von %1.</translation>
    </message>
    <message>
        <source>Texts this article had before, the latest on top. One is shown in the other reader, to read and compare.</source>
        <translation>Frühere Texte dieses Artikels, der neueste oben. Einer davon wird im anderen Leser gezeigt, zum Lesen und Vergleichen.</translation>
    </message>
    <message>
        <source>The Same Tag for the Same Sentence</source>
        <translation>Dieselbe Einordnung für denselben Satz</translation>
    </message>
    <message>
        <source>There is no match above.</source>
        <translation>Weiter oben gibt es keine Entsprechung.</translation>
    </message>
    <message>
        <source>There is no match below.</source>
        <translation>Weiter unten gibt es keine Entsprechung.</translation>
    </message>
    <message>
        <source>These articles are in different languages: only names and figures can match.</source>
        <translation>Diese Artikel sind in verschiedenen Sprachen: Nur Namen und Zahlen können übereinstimmen.</translation>
    </message>
    <message>
        <source>These sentences have no tag of yours, but stand in another article with one. Tagging them is one step that can be undone.</source>
        <translation>Diese Sätze haben keine Einordnung von Ihnen, stehen aber in einem anderen Artikel mit einer. Sie einzuordnen ist ein Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>These two sentences are no match any more. Undo brings it back.</source>
        <translation>Diese beiden Sätze entsprechen sich nicht mehr. Rückgängig bringt es zurück.</translation>
    </message>
    <message>
        <source>This article has no earlier version in this project. One comes about when a newer save of it is taken in.</source>
        <translation>Dieser Artikel hat in diesem Projekt keine frühere Fassung. Eine entsteht, wenn ein neuerer Stand übernommen wird.</translation>
    </message>
    <message>
        <source>Two articles must be open side by side.</source>
        <translation>Zwei Artikel müssen nebeneinander offen sein.</translation>
    </message>
    <message>
        <source>Unsupported claims</source>
        <translation>Ungestützte Behauptungen</translation>
    </message>
    <message>
        <source>What belongs together in the two articles</source>
        <translation>Was in beiden Artikeln zusammengehört</translation>
    </message>
    <message>
        <source>You tagged them differently: %1 in A, %2 in B.</source>
        <translation>Sie haben sie verschieden eingeordnet: %1 in A, %2 in B.</translation>
    </message>
    <message>
        <source>about</source>
        <translation>etwa</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>an open question for one, settled for the other</source>
        <translation>für den einen eine offene Frage, für den anderen ausgemacht</translation>
    </message>
    <message>
        <source>another journal</source>
        <translation>eine andere Zeitschrift</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>both credit %1</source>
        <translation>beide berufen sich auf %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>abgeschrieben</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>denied in one of the two only</source>
        <translation>nur in einem der beiden verneint</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>linked by hand</source>
        <translation>von Hand verknüpft</translation>
    </message>
    <message>
        <source>money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>next match</source>
        <translation>Entsprechung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>other tag</source>
        <translation>andere Einordnung</translation>
    </message>
    <message>
        <source>related</source>
        <translation>verwandt</translation>
    </message>
    <message>
        <source>same claim</source>
        <translation>selbe Aussage</translation>
    </message>
    <message>
        <source>same figures: %1</source>
        <translation>gleiche Zahlen: %1</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>stützt</translation>
    </message>
    <message>
        <source>the same journal</source>
        <translation>dieselbe Zeitschrift</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>dieselben Wörter</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis zu</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Text that runs from right to left is copied without blanks by some web browsers.</source>
        <translation>Text, der von rechts nach links läuft, wird von manchen Webbrowsern ohne Leerzeichen kopiert.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Print This Article…</source>
        <translation>Diesen Artikel &amp;drucken …</translation>
    </message>
    <message>
        <source>New pages</source>
        <translation>Neue Seiten</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>The attached review cannot be read.</source>
        <translation>Die angehängte Prüfung lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Annotations, for every PDF program</source>
        <translation>Anmerkungen, für jedes PDF-Programm</translation>
    </message>
    <message>
        <source>Mar&amp;keting</source>
        <translation>Wer&amp;bung</translation>
    </message>
    <message>
        <source>Evi&amp;dence</source>
        <translation>Be&amp;leg</translation>
    </message>
    <message>
        <source>Cavea&amp;t</source>
        <translation>&amp;Vorbehalt</translation>
    </message>
    <message>
        <source>N&amp;one of these</source>
        <translation>&amp;Nichts davon</translation>
    </message>
    <message>
        <source>The attached review was made by a newer Assay.</source>
        <translation>Die angehängte Prüfung stammt von einem neueren Assay.</translation>
    </message>
    <message>
        <source>Page &amp;furniture, in small letters</source>
        <translation>&amp;Seitenbeiwerk, klein gesetzt</translation>
    </message>
    <message>
        <source>F&amp;iles:</source>
        <translation>&amp;Dateien:</translation>
    </message>
    <message>
        <source>Pages of the original PDF</source>
        <translation>Seiten des ursprünglichen PDF</translation>
    </message>
    <message>
        <source>Original pages where there are some</source>
        <translation>Ursprüngliche Seiten, wo es welche gibt</translation>
    </message>
    <message>
        <source>Unit: sentence, heading or list item; one tag a unit.</source>
        <translation>Einheit: Satz, Überschrift oder Listenpunkt; je Einheit eine Einordnung.</translation>
    </message>
    <message>
        <source>The review itself is attached to this file.</source>
        <translation>Die Prüfung selbst hängt dieser Datei an.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>D&amp;rucken …</translation>
    </message>
    <message>
        <source>%1 brought nothing that is not in the project already.</source>
        <translation>%1 brachte nichts, was nicht schon im Projekt ist.</translation>
    </message>
    <message>
        <source>&amp;Notes in the margin</source>
        <translation>Not&amp;izen am Rand</translation>
    </message>
    <message>
        <source>No font on this computer has these letters: %1. They show as boxes, but can be found and copied.</source>
        <translation>Keine Schrift auf diesem Rechner hat diese Zeichen: %1. Sie erscheinen als Kästchen, lassen sich aber finden und kopieren.</translation>
    </message>
    <message>
        <source>%1 did not come as a PDF: it has no original pages. Nothing was written.</source>
        <translation>%1 kam nicht als PDF: Es gibt keine ursprünglichen Seiten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Painted, for paper</source>
        <translation>Gemalt, für Papier</translation>
    </message>
    <message>
        <source>Tag, as %1 sees it</source>
        <translation>Einordnung, wie %1 sie sieht</translation>
    </message>
    <message>
        <source>Highlights in the PDF</source>
        <translation>Markierungen im PDF</translation>
    </message>
    <message>
        <source>%1 (PDF)</source>
        <translation>%1 (PDF)</translation>
    </message>
    <message>
        <source>The attached review is damaged.</source>
        <translation>Die angehängte Prüfung ist beschädigt.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>&amp;Marks on:</source>
        <translation>&amp;Markierungen auf:</translation>
    </message>
    <message>
        <source>%1 New pages were made instead.</source>
        <translation>%1 Stattdessen entstanden neue Seiten.</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>&amp;Papier:</translation>
    </message>
    <message>
        <source>&amp;Write damaged or encrypted files anew</source>
        <translation>Beschädigte oder verschlüsselte Dateien neu sch&amp;reiben</translation>
    </message>
    <message>
        <source>&amp;Highlights:</source>
        <translation>Mar&amp;kierungen:</translation>
    </message>
    <message>
        <source>What they show</source>
        <translation>Was sie zeigen</translation>
    </message>
    <message>
        <source>Nothing is highlighted.</source>
        <translation>Nichts ist hervorgehoben.</translation>
    </message>
    <message>
        <source>Only these tags are highlighted: %1.</source>
        <translation>Hervorgehoben sind nur diese: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 units tagged, %3 unsure.</source>
        <translation>%1 von %2 Einheiten eingeordnet, %3 unsicher.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>Das PDF konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Comparison &amp;with the other article</source>
        <translation>Ver&amp;gleich mit dem anderen Artikel</translation>
    </message>
    <message>
        <source>Laying out “%1”</source>
        <translation>„%1“ wird gesetzt</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Vorschau der Seiten</translation>
    </message>
    <message>
        <source>The review, for Assay and for programs of your own</source>
        <translation>Die Prüfung, für Assay und eigene Programme</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Prüfende</translation>
    </message>
    <message>
        <source>%1 is signed: so that the signature stays valid, only the highlights were added, without summary and attached review.</source>
        <translation>%1 ist signiert: Damit die Signatur gültig bleibt, kamen nur die Markierungen dazu, ohne Zusammenfassung und angehängte Prüfung.</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>eine Überschrift</translation>
    </message>
    <message>
        <source>&amp;Summary behind the original pages</source>
        <translation>&amp;Zusammenfassung hinter den ursprünglichen Seiten</translation>
    </message>
    <message>
        <source>One PDF with a table of contents</source>
        <translation>Ein PDF mit Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>One PDF for each article</source>
        <translation>Ein PDF je Artikel</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Export Annotated PDFs</source>
        <translation>Annotierte PDF-Dateien exportieren</translation>
    </message>
    <message>
        <source>Highlights are those of %1; where another reviewer says otherwise, a hollow letter stands at the right.</source>
        <translation>Die Markierungen sind die von %1; was andere sagen, steht als hohler Buchstabe rechts.</translation>
    </message>
    <message>
        <source>The highlights go onto the pages of the PDF that the article came as. Its bytes stay as they are; what is new is added behind them.</source>
        <translation>Die Markierungen kommen auf die Seiten des PDF, als das der Artikel kam. Dessen Bytes bleiben, wie sie sind; Neues wird dahinter angefügt.</translation>
    </message>
    <message>
        <source>The project was closed.</source>
        <translation>Das Projekt wurde geschlossen.</translation>
    </message>
    <message>
        <source>highlighted</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Pages without any text, where nothing could be marked: %1.</source>
        <translation>Seiten ohne Text, auf denen nichts markiert werden konnte: %1.</translation>
    </message>
    <message>
        <source>The pages could not be marked.</source>
        <translation>Die Seiten konnten nicht markiert werden.</translation>
    </message>
    <message>
        <source>It is encrypted, so it cannot be marked without writing it anew.</source>
        <translation>Sie ist verschlüsselt und lässt sich nicht markieren, ohne sie neu zu schreiben.</translation>
    </message>
    <message>
        <source>It is damaged, so it cannot be marked without writing it anew.</source>
        <translation>Sie ist beschädigt und lässt sich nicht markieren, ohne sie neu zu schreiben.</translation>
    </message>
    <message>
        <source>It is damaged beyond repair: its pages cannot be marked.</source>
        <translation>Sie ist unrettbar beschädigt: Ihre Seiten lassen sich nicht markieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) were tagged later or otherwise here: that was left.</source>
        <translation><numerusform>%n Satz ist hier später oder anders eingeordnet: Das blieb.</numerusform><numerusform>%n Sätze sind hier später oder anders eingeordnet: Das blieb.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of page furniture are shown in small grey letters.</source>
        <translation><numerusform>%n Stück Seitenbeiwerk steht klein und grau da.</numerusform><numerusform>%n Stücke Seitenbeiwerk stehen klein und grau da.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 brought what %2 said of %n sentence(s).</source>
        <translation><numerusform>%1 brachte, was %2 zu %n Satz gesagt hat.</numerusform><numerusform>%1 brachte, was %2 zu %n Sätzen gesagt hat.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) were not found on the pages.</source>
        <translation><numerusform>%n Satz fand sich nicht auf den Seiten.</numerusform><numerusform>%n Sätze fanden sich nicht auf den Seiten.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation><numerusform>%n Artikel</numerusform><numerusform>%n Artikel</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reviewer(s).</source>
        <translation><numerusform>%n prüfende Person.</numerusform><numerusform>%n Prüfende.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of page furniture left out.</source>
        <translation><numerusform>%n Stück Seitenbeiwerk weggelassen.</numerusform><numerusform>%n Stücke Seitenbeiwerk weggelassen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are on words that the article does not have.</source>
        <translation><numerusform>%n Markierung liegt auf Wörtern, die der Artikel nicht hat.</numerusform><numerusform>%n Markierungen liegen auf Wörtern, die der Artikel nicht hat.</numerusform></translation>
    </message>
    <message>
        <source>Work on a Copy…</source>
        <translation>An einer Kopie arbeiten …</translation>
    </message>
    <message>
        <source>No program on this computer opens %1.</source>
        <translation>Kein Programm auf diesem Rechner öffnet %1.</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Not as Expected</source>
        <translation>Nicht wie erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or findings:</source>
        <translation><numerusform>%n Datei oder Befund:</numerusform><numerusform>%n Dateien oder Befunde:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n sentence(s) in common, %2 % alike, kappa %3, alpha %4</source>
        <translation><numerusform>%1: %n gemeinsamer Satz, %2 % gleich, Kappa %3, Alpha %4</numerusform><numerusform>%1: %n gemeinsame Sätze, %2 % gleich, Kappa %3, Alpha %4</numerusform></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>All reviewers</source>
        <translation>Alle Prüfenden</translation>
    </message>
    <message>
        <source>Copies on this computer hold what was saved; the file that is there is kept under another name.</source>
        <translation>Kopien auf diesem Rechner enthalten, was gespeichert wurde; die vorhandene Datei wird unter anderem Namen aufgehoben.</translation>
    </message>
    <message>
        <source>Copies on this computer hold what was saved.</source>
        <translation>Kopien auf diesem Rechner enthalten, was gespeichert wurde.</translation>
    </message>
    <message>
        <source>The export was stopped; the file it was at is not there.</source>
        <translation>Der Export wurde abgebrochen; die Datei, an der er war, gibt es nicht.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Nothing was changed.</source>
        <translation>%1 kann nicht gelesen werden: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1: its name has letters that this system's encoding does not have. Please rename it.</source>
        <translation>%1: Der Name enthält Zeichen, die die Kodierung dieses Systems nicht hat. Bitte umbenennen.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1.</source>
        <translation>Der Speicher reicht nicht, um %1 zu lesen.</translation>
    </message>
    <message>
        <source>Open Another…</source>
        <translation>Ein anderes öffnen …</translation>
    </message>
    <message>
        <source>Show the &amp;Log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Assay did not end by itself while %1 was open. What was saved is in it.</source>
        <translation>Assay wurde nicht ordentlich beendet, während %1 offen war. Was gespeichert war, steht darin.</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Open the File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>No log is kept: its folder cannot be written.</source>
        <translation>Es gibt kein Protokoll: Sein Ordner kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Show the Latest Edits</source>
        <translation>Letzte Bearbeitungen zeigen</translation>
    </message>
    <message>
        <source>Choose Another Place…</source>
        <translation>Anderen Ort wählen …</translation>
    </message>
    <message>
        <source>The project is as it was; nothing half-written stays behind.</source>
        <translation>Das Projekt ist, wie es war; nichts halb Geschriebenes bleibt zurück.</translation>
    </message>
    <message>
        <source>A copy cannot be written to %1: the folder is gone, full or not yours to write. The project and your edits are as they were.</source>
        <translation>Eine Kopie kann nicht nach %1 geschrieben werden: Der Ordner fehlt, ist voll oder gehört jemand anderem. Das Projekt und Ihre Bearbeitungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Its markup is nested too deep to be read; the bare text came in instead.</source>
        <translation>Die Auszeichnung ist zu tief verschachtelt, um sie zu lesen; stattdessen wurde der bloße Text übernommen.</translation>
    </message>
    <message>
        <source>It shows no text of its own; the article came from the page's data for search engines.</source>
        <translation>Die Seite zeigt selbst keinen Text; der Artikel stammt aus ihren Daten für Suchmaschinen.</translation>
    </message>
    <message>
        <source>Its markup cannot be read.</source>
        <translation>Die Auszeichnung ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>It is damaged: its text cannot be read.</source>
        <translation>Sie ist beschädigt: Der Text ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>It is damaged: the end of its text is missing.</source>
        <translation>Sie ist beschädigt: Das Ende des Textes fehlt.</translation>
    </message>
    <message>
        <source>There is no page in it.</source>
        <translation>Es ist keine Seite darin.</translation>
    </message>
    <message>
        <source>There is no encoding called %1.</source>
        <translation>Es gibt keine Kodierung namens %1.</translation>
    </message>
    <message>
        <source>It is a picture or a sound, not a text.</source>
        <translation>Es ist ein Bild oder Ton, kein Text.</translation>
    </message>
    <message>
        <source>Its notes cannot be read.</source>
        <translation>Die Fußnoten sind nicht zu lesen.</translation>
    </message>
    <message>
        <source>It is locked with a password. Save it without one and try again.</source>
        <translation>Sie ist mit einem Kennwort gesperrt. Speichern Sie sie ohne eines, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is damaged: it cannot be read as a PDF.</source>
        <translation>Sie ist beschädigt: Als PDF ist sie nicht zu lesen.</translation>
    </message>
    <message>
        <source>It swells to more than an article can need.</source>
        <translation>Sie dehnt sich auf mehr aus, als ein Artikel brauchen kann.</translation>
    </message>
    <message>
        <source>It is an old Word file, or one locked with a password. Save it as .docx without one.</source>
        <translation>Es ist eine alte Word-Datei oder eine mit Kennwort. Speichern Sie sie ohne Kennwort als .docx.</translation>
    </message>
    <message>
        <source>It is not a text file.</source>
        <translation>Es ist keine Textdatei.</translation>
    </message>
    <message>
        <source>It has more parts than any article needs.</source>
        <translation>Sie hat mehr Teile, als ein Artikel braucht.</translation>
    </message>
    <message>
        <source>It is damaged: its part “%1” is missing.</source>
        <translation>Sie ist beschädigt: Der Teil „%1“ fehlt.</translation>
    </message>
    <message>
        <source>What is attached is no part of it: %1. Save it and import it by itself.</source>
        <translation>Was angehängt ist, gehört nicht dazu: %1. Speichern Sie es, und fügen Sie es eigens hinzu.</translation>
    </message>
    <message>
        <source>It is damaged: its part “%1” cannot be read.</source>
        <translation>Sie ist beschädigt: Der Teil „%1“ ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>It is locked by its seller and cannot be read.</source>
        <translation>Sie ist vom Verkäufer gesperrt und nicht zu lesen.</translation>
    </message>
    <message>
        <source>The file does not say how its letters are stored; they were read as %1.</source>
        <translation>Die Datei sagt nicht, wie ihre Buchstaben gespeichert sind; sie wurden als %1 gelesen.</translation>
    </message>
    <message>
        <source>It is damaged: its parts cannot be listed.</source>
        <translation>Sie ist beschädigt: Ihre Teile sind nicht aufzulisten.</translation>
    </message>
    <message>
        <source>There is no letter in it.</source>
        <translation>Es ist kein Brief darin.</translation>
    </message>
    <message>
        <source>It is of no kind that Assay reads.</source>
        <translation>Sie ist von keiner Art, die Assay liest.</translation>
    </message>
    <message>
        <source>A chapter, “%1”, cannot be read.</source>
        <translation>Ein Kapitel, „%1“, ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>It is a rich text file. Save it as .docx or .odt.</source>
        <translation>Es ist eine RTF-Datei. Speichern Sie sie als .docx oder .odt.</translation>
    </message>
    <message>
        <source>%1 of %2 files were added.</source>
        <translation>%1 von %2 Dateien wurden hinzugefügt.</translation>
    </message>
    <message>
        <source>%1, as %2 – Assay</source>
        <translation>%1, als %2 – Assay</translation>
    </message>
    <message>
        <source>What Is Damaged</source>
        <translation>Was beschädigt ist</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s):</source>
        <translation><numerusform>%n Befund:</numerusform><numerusform>%n Befunde:</numerusform></translation>
    </message>
    <message>
        <source>&amp;With %1</source>
        <translation>&amp;Mit %1</translation>
    </message>
    <message>
        <source>No sentence stands in both, word for word or nearly.</source>
        <translation>Kein Satz steht, wörtlich oder fast, in beiden.</translation>
    </message>
    <message>
        <source>No two sentences were found to claim the same.</source>
        <translation>Es wurden keine zwei Sätze gefunden, die dasselbe behaupten.</translation>
    </message>
    <message>
        <source>No two sentences were found to contradict each other.</source>
        <translation>Es wurden keine zwei Sätze gefunden, die einander widersprechen.</translation>
    </message>
    <message>
        <source>No further sentences share a subject.</source>
        <translation>Keine weiteren Sätze haben ein gemeinsames Thema.</translation>
    </message>
    <message>
        <source>Every sentence of A has a counterpart in B.</source>
        <translation>Jeder Satz von A hat eine Entsprechung in B.</translation>
    </message>
    <message>
        <source>Every sentence of B has a counterpart in A.</source>
        <translation>Jeder Satz von B hat eine Entsprechung in A.</translation>
    </message>
    <message>
        <source>Nothing that you tagged a caveat in A is missing from B. Only sentences with that tag are looked at.</source>
        <translation>Nichts, was Sie in A als Vorbehalt eingeordnet haben, fehlt in B. Nur so eingeordnete Sätze zählen.</translation>
    </message>
    <message>
        <source>Nothing that you tagged marketing stands without a sentence that backs it. Such links are made by hand, with L.</source>
        <translation>Nichts, was Sie als Werbung eingeordnet haben, steht ohne einen Satz da, der es stützt. Solche Verknüpfungen macht man von Hand, mit L.</translation>
    </message>
    <message>
        <source>The number that tells this project from others was changed.</source>
        <translation>Die Nummer, die dieses Projekt von anderen unterscheidet, wurde geändert.</translation>
    </message>
    <message>
        <source>%1 holds what no Assay writes, so nothing of it was taken over: %2</source>
        <translation>%1 enthält, was kein Assay schreibt; darum wurde nichts übernommen: %2</translation>
    </message>
    <message>
        <source>Nothing more can be brought back: what is missing, no copy on this computer has. The file is as it was.</source>
        <translation>Mehr lässt sich nicht zurückholen: was fehlt, hat keine Kopie auf diesem Rechner. Die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>No font on this computer has these letters: %1. They show as boxes.</source>
        <translation>Keine Schrift auf diesem Rechner hat diese Zeichen: %1. Sie erscheinen als Kästchen.</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>wie oft</translation>
    </message>
    <message>
        <source>compared the other way round</source>
        <translation>andersherum verglichen</translation>
        <source>Assay, started %1, did not end by itself. No edit of that time is in the project; all that was saved before is here. Only words of a note that were typed in the last two seconds may be missing.</source>
        <translation>Assay, gestartet %1, wurde nicht ordentlich beendet. Aus dieser Zeit ist keine Bearbeitung im Projekt; alles Frühere ist da. Nur Wörter einer Notiz, die in den letzten zwei Sekunden geschrieben wurden, können fehlen.</translation>
    </message>
    <message numerus="yes">
        <source>Assay, started %1, did not end by itself. %n edit(s) of that time are in the project, the last of %2. Only words of a note that were typed in the last two seconds may be missing.</source>
        <translation><numerusform>Assay, gestartet %1, wurde nicht ordentlich beendet. %n Bearbeitung aus dieser Zeit ist im Projekt, die letzte von %2. Nur Wörter einer Notiz, die in den letzten zwei Sekunden geschrieben wurden, können fehlen.</numerusform><numerusform>Assay, gestartet %1, wurde nicht ordentlich beendet. %n Bearbeitungen aus dieser Zeit sind im Projekt, die letzte von %2. Nur Wörter einer Notiz, die in den letzten zwei Sekunden geschrieben wurden, können fehlen.</numerusform></translation>
    </message>
    <message>
        <source>Everything you did in this project, the latest on top; what is undone is struck through. Going to a line undoes what came after it, or redoes up to it.</source>
        <translation>Alles, was Sie in diesem Projekt getan haben, das Letzte oben; Zurückgenommenes ist durchgestrichen. Wer zu einer Zeile geht, nimmt zurück, was nach ihr kam, oder stellt bis zu ihr wieder her.</translation>
    </message>
    <message>
        <source>Not saved: the project’s file is gone</source>
        <translation>Nicht gespeichert: die Projektdatei ist weg</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is this much alike. The slider leaves out %n weaker pair(s).</source>
        <translation><numerusform>So ähnlich ist sich nichts. Der Regler lässt %n schwächeres Paar weg.</numerusform><numerusform>So ähnlich ist sich nichts. Der Regler lässt %n schwächere Paare weg.</numerusform></translation>
    </message>
    <message>
        <source>%1 is the project that is open: a copy needs another name.</source>
        <translation>%1 ist das geöffnete Projekt: Eine Kopie braucht einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is being written by another program, and was left as it is.</source>
        <translation>%1 wird von einem anderen Programm geschrieben und wurde gelassen, wie es war.</translation>
    </message>
    <message>
        <source>Highlights are those of %1; what other reviewers say stands in their notes.</source>
        <translation>Die Markierungen sind die von %1; was andere sagen, steht in deren Notizen.</translation>
    </message>
    <message>
        <source>A “?” stands where the first reviewer is unsure.</source>
        <translation>Ein „?“ steht, wo die erste Person unsicher ist.</translation>
    </message>
    <message>
        <source>Headings count where they are tagged.</source>
        <translation>Überschriften zählen, wo sie eingeordnet sind.</translation>
    </message>
    <message>
        <source>Not tagged yet</source>
        <translation>Noch nicht eingeordnet</translation>
    </message>
    <message>
        <source>not reviewed yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>no caveat so far, %n unit(s) not tagged yet</source>
        <translation><numerusform>bisher kein Vorbehalt, %n Einheit noch nicht eingeordnet</numerusform><numerusform>bisher kein Vorbehalt, %n Einheiten noch nicht eingeordnet</numerusform></translation>
    </message>
    <message>
        <source>p. %1, note p. %2</source>
        <translation>S. %1, Notiz S. %2</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Nothing came into this project since you last had it open here.</source>
        <translation>In dieses Projekt ist nichts gekommen, seit Sie es hier zuletzt offen hatten.</translation>
    </message>
    <message>
        <source>others are named for the same work</source>
        <translation>für dieselbe Arbeit werden andere genannt</translation>
    </message>
    <message>
        <source>Some signs of a font of pictures are not known; � stands for them.</source>
        <translation>Einige Zeichen einer Bilderschrift sind nicht bekannt; � steht für sie.</translation>
    </message>
    <message>
        <source>%1 No copy on this computer has them. Nothing is saved until you choose.</source>
        <translation>%1 Keine Kopie auf diesem Rechner hat sie. Nichts wird gespeichert, bis Sie gewählt haben.</translation>
    </message>
    <message>
        <source>%1 is an older state: %2 events that were saved in it are missing.</source>
        <translation>%1 ist ein älterer Stand: %2 Ereignisse, die darin gespeichert waren, fehlen.</translation>
    </message>
    <message>
        <source>is larger than 4 MB</source>
        <translation>ist größer als 4 MB</translation>
    </message>
    <message>
        <source>says it came so long after all others that every later edit would be hidden</source>
        <translation>sagt von sich, es sei so lange nach allen anderen gekommen, dass jede spätere Änderung verdeckt wäre</translation>
    </message>
    <message>
        <source>Erase Ticked for Good</source>
        <translation>Angekreuzte endgültig löschen</translation>
    </message>
    <message>
        <source>“%1 …” is too long for a title, an author or a place: only its beginning was kept.</source>
        <translation>„%1 …“ ist zu lang für einen Titel, einen Namen oder einen Ort: Nur der Anfang wurde behalten.</translation>
    </message>
    <message>
        <source>%1 It counts for nothing.</source>
        <translation>%1 Es zählt für nichts.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>This computer's kernel has no Landlock: a program that reads foreign files could read your other files, too, though it can send them nowhere.</source>
        <translation>Der Kern dieses Rechners hat kein Landlock: Ein Programm, das fremde Dateien liest, könnte auch Ihre anderen Dateien lesen, aber nirgendwohin schicken.</translation>
    </message>
    <message>
        <source>says it came at a moment that no clock of a project reaches</source>
        <translation>sagt von sich, es sei zu einem Zeitpunkt gekommen, den keine Uhr eines Projekts erreicht</translation>
    </message>
    <message>
        <source>A colleague erased these for good. Here they are hidden. Tick what is to be erased in this file and in this computer's copies of it, too, which cannot be undone, or what is to be shown again.</source>
        <translation>Jemand anderes hat diese Artikel endgültig gelöscht. Hier sind sie verborgen. Kreuzen Sie an, was auch in dieser Datei und in ihren Kopien auf diesem Rechner gelöscht werden soll (was sich nicht rückgängig machen lässt), oder was wieder gezeigt werden soll.</translation>
    </message>
    <message>
        <source>Save Beside…</source>
        <translation>Daneben speichern …</translation>
    </message>
    <message>
        <source>Show What Would Go…</source>
        <translation>Zeigen, was verloren ginge …</translation>
    </message>
    <message>
        <source>These files cannot be deleted: %1</source>
        <translation>Diese Dateien lassen sich nicht löschen: %1</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Show Ticked Again</source>
        <translation>Angekreuzte wieder zeigen</translation>
    </message>
    <message>
        <source>Keep the Older One</source>
        <translation>Den älteren Stand behalten</translation>
    </message>
    <message>
        <source>has no place in a session</source>
        <translation>hat keinen Platz in einer Sitzung</translation>
    </message>
    <message>
        <source>Event %1 of session %2 %3. It counts for nothing.</source>
        <translation>Ereignis %1 der Sitzung %2 %3. Es zählt für nichts.</translation>
    </message>
    <message>
        <source>Event %1 of session %2 %3.</source>
        <translation>Ereignis %1 der Sitzung %2 %3.</translation>
    </message>
    <message>
        <source>Not saved: the project’s file is an older state</source>
        <translation>Nicht gespeichert: Die Datei des Projekts ist ein älterer Stand</translation>
    </message>
    <message>
        <source>Erased in Other Copies</source>
        <translation>In anderen Kopien gelöscht</translation>
    </message>
    <message>
        <source>This computer's kernel does not filter what a program that reads foreign files may ask of it: only its limits of memory and time hold.</source>
        <translation>Der Kern dieses Rechners filtert nicht, was ein Programm, das fremde Dateien liest, von ihm verlangen darf: Nur dessen Grenzen an Speicher und Zeit gelten.</translation>
    </message>
    <message>
        <source>%1 was moved or replaced: no snapshot of it was made.</source>
        <translation>%1 wurde verschoben oder ersetzt: Davon wurde kein Schnappschuss gemacht.</translation>
    </message>
    <message>
        <source>Repairs set these files aside; they may still hold what was erased: %1</source>
        <translation>Bei Reparaturen wurden diese Dateien beiseitegelegt; sie können noch enthalten, was gelöscht wurde: %1</translation>
    </message>
    <message>
        <source>was made at no time between 1970 and 2200</source>
        <translation>wurde zu keiner Zeit zwischen 1970 und 2200 gemacht</translation>
    </message>
    <message>
        <source>is nested deeper than any event</source>
        <translation>ist tiefer verschachtelt als jedes Ereignis</translation>
    </message>
    <message>
        <source>its text is not in this file</source>
        <translation>sein Text ist nicht in dieser Datei</translation>
    </message>
    <message>
        <source>“%1” has too many sentences to be carried over to a newer text.</source>
        <translation>„%1“ hat zu viele Sätze, um auf einen neueren Text übertragen zu werden.</translation>
    </message>
    <message>
        <source>Everything that was missing is back in the file.</source>
        <translation>Alles, was fehlte, ist wieder in der Datei.</translation>
    </message>
    <message>
        <source>gives a reviewer a name of more than 200 characters</source>
        <translation>gibt einer Person einen Namen von mehr als 200 Zeichen</translation>
    </message>
    <message>
        <source>%1 – erased by %2 on %3: %4</source>
        <translation>%1 – gelöscht von %2 am %3: %4</translation>
    </message>
    <message>
        <source>“%1” was erased for good by %2 in that copy: here it would be hidden, and kept until you say so.</source>
        <translation>„%1“ wurde in jener Kopie von %2 endgültig gelöscht: Hier würde es verborgen und behalten, bis Sie anders entscheiden.</translation>
    </message>
    <message>
        <source>No erasure of another copy waits in this project.</source>
        <translation>In diesem Projekt wartet keine Löschung aus einer anderen Kopie.</translation>
    </message>
    <message>
        <source>Erased in Ot&amp;her Copies…</source>
        <translation>In anderen Kopien ge&amp;löscht …</translation>
    </message>
    <message>
        <source>“%1” was erased for good by %2 in another copy. Here it is hidden, and nothing of it is lost until you say so.</source>
        <translation>„%1“ wurde in einer anderen Kopie von %2 endgültig gelöscht. Hier ist es verborgen, und nichts davon geht verloren, bis Sie es sagen.</translation>
    </message>
    <message>
        <source>Delete These Files</source>
        <translation>Diese Dateien löschen</translation>
    </message>
    <message>
        <source>%1: the number that tells this project from others is none. The file was left as it is.</source>
        <translation>%1: Die Nummer, die dieses Projekt von anderen unterscheidet, ist keine. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 bytes stand behind the end of the database: no Assay wrote them.</source>
        <translation>%1 Bytes stehen hinter dem Ende der Datenbank: Kein Assay hat sie geschrieben.</translation>
    </message>
    <message>
        <source>The file says “%1” of itself, which no Assay of this version writes.</source>
        <translation>Die Datei sagt „%1“ von sich, was kein Assay dieser Fassung schreibt.</translation>
    </message>
    <message>
        <source>pages of the file that are not in use</source>
        <translation>Seiten der Datei, die nicht in Gebrauch sind</translation>
    </message>
    <message>
        <source>what somebody wrote who could also write its links</source>
        <translation>was jemand schrieb, der auch die Kettenglieder schreiben konnte</translation>
    </message>
    <message>
        <source>snapshots and journal on this computer</source>
        <translation>Schnappschüsse und Journal auf diesem Rechner</translation>
    </message>
    <message>
        <source>It carries scripts, which some viewers run. Assay runs none; what is exported on its own pages still has them.</source>
        <translation>Sie enthält Skripte, die manche Programme ausführen. Assay führt keine aus; was auf ihren eigenen Seiten exportiert wird, hat sie noch.</translation>
    </message>
    <message>
        <source>It carries actions that start programs or send data. Assay takes none; what is exported on its own pages still has them.</source>
        <translation>Sie enthält Aktionen, die Programme starten oder Daten senden. Assay führt keine aus; was auf ihren eigenen Seiten exportiert wird, hat sie noch.</translation>
    </message>
    <message>
        <source>Files are attached to it (%1). Assay reads none of them; what is exported on its own pages still has them.</source>
        <translation>An ihr hängen Dateien (%1). Assay liest keine davon; was auf ihren eigenen Seiten exportiert wird, hat sie noch.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>%1 can be read by everybody on this computer.</source>
        <translation>%1 kann auf diesem Rechner jeder lesen.</translation>
    </message>
    <message>
        <source>%1 can be read by you and the group “%2”.</source>
        <translation>%1 können Sie und die Gruppe „%2“ lesen.</translation>
    </message>
    <message>
        <source>%1 can be read by you alone.</source>
        <translation>%1 können nur Sie lesen.</translation>
    </message>
    <message>
        <source>Foreign files are read in processes that reach nothing else on this computer.</source>
        <translation>Fremde Dateien werden in Prozessen gelesen, die auf diesem Rechner sonst nichts erreichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) that were saved on this computer are not in this file: it is an older copy, or you work on another one too.</source>
        <translation><numerusform>%n Änderung, die auf diesem Rechner gespeichert wurde, fehlt in dieser Datei: Sie ist eine ältere Kopie, oder Sie arbeiten auch an einer anderen.</numerusform><numerusform>%n Änderungen, die auf diesem Rechner gespeichert wurden, fehlen in dieser Datei: Sie ist eine ältere Kopie, oder Sie arbeiten auch an einer anderen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are still missing: no copy on this computer has them.</source>
        <translation><numerusform>%n Ereignis fehlt noch: Keine Kopie auf diesem Rechner hat es.</numerusform><numerusform>%n Ereignisse fehlen noch: Keine Kopie auf diesem Rechner hat sie.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation><numerusform>%n Einordnung</numerusform><numerusform>%n Einordnungen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n Notiz</numerusform><numerusform>%n Notizen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>a text of %n unit(s)</source>
        <translation><numerusform>ein Text von %n Einheit</numerusform><numerusform>ein Text von %n Einheiten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were erased for good in other copies. Here they are hidden, and nothing of them is lost until you say so.</source>
        <translation><numerusform>%n Artikel wurde in anderen Kopien endgültig gelöscht. Hier ist er verborgen, und nichts davon geht verloren, bis Sie es sagen.</numerusform><numerusform>%n Artikel wurden in anderen Kopien endgültig gelöscht. Hier sind sie verborgen, und nichts davon geht verloren, bis Sie es sagen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This file is an older state: %n edit(s) are missing. Another program put it there. Nothing is saved until you choose; the missing ones are kept on this computer.</source>
        <translation><numerusform>Diese Datei ist ein älterer Stand: %n Änderung fehlt. Ein anderes Programm hat ihn hergestellt. Nichts wird gespeichert, bis Sie gewählt haben; was fehlt, ist auf diesem Rechner aufgehoben.</numerusform><numerusform>Diese Datei ist ein älterer Stand: %n Änderungen fehlen. Ein anderes Programm hat ihn hergestellt. Nichts wird gespeichert, bis Sie gewählt haben; was fehlt, ist auf diesem Rechner aufgehoben.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are shown again. Undo hides them.</source>
        <translation><numerusform>%n Artikel wird wieder gezeigt. Rückgängig verbirgt ihn.</numerusform><numerusform>%n Artikel werden wieder gezeigt. Rückgängig verbirgt sie.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are erased in this file and in the copies on this computer.</source>
        <translation><numerusform>%n Artikel ist in dieser Datei und in den Kopien auf diesem Rechner gelöscht.</numerusform><numerusform>%n Artikel sind in dieser Datei und in den Kopien auf diesem Rechner gelöscht.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were deleted.</source>
        <translation><numerusform>%n Datei wurde gelöscht.</numerusform><numerusform>%n Dateien wurden gelöscht.</numerusform></translation>
    </message>
    <message>
        <source>%1 was not written: %2 events that the project lost are in no copy on this computer.</source>
        <translation>%1 wurde nicht geschrieben: %2 Ereignisse, die das Projekt verlor, hat keine Kopie auf diesem Rechner.</translation>
    </message>
</context>
</TS>
