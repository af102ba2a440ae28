// What Gephi keeps of a file: javac -cp gephi-toolkit-all.jar CountInGephi.java, then
// java -Djava.awt.headless=true -cp gephi-toolkit-all.jar:. CountInGephi network.gexf
import java.io.File;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class CountInGephi {
  public static void main(String[] files) throws Exception {
    Lookup lookup = Lookup.getDefault();
    ProjectController projects = lookup.lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = lookup.lookup(ImportController.class);
    Container container = importer.importFile(new File(files[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model = lookup.lookup(GraphController.class).getGraphModel(workspace);
    System.out.println(model.getGraph().getNodeCount() + " nodes, " + model.getGraph().getEdgeCount() + " edges");
  }
}
